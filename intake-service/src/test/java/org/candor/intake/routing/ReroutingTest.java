package org.candor.intake.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.intake.IntakeFixtures.ENTITY;
import static org.candor.intake.IntakeFixtures.json;
import static org.candor.intake.IntakeFixtures.misdirectedSpreadsheet;
import static org.candor.intake.IntakeFixtures.putOfficer;
import static org.candor.intake.IntakeFixtures.submit;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.candor.events.CaseEvent.CaseClosed;
import org.candor.events.CaseEvent.CaseReopened;
import org.candor.events.CaseEvent.ReadersRestricted;
import org.candor.events.ReportEvent.ImplicatedPersonAdded;
import org.candor.events.ReportEvent.ReportRouted;
import org.candor.events.RoutingEvent.Assigned;
import org.candor.events.RoutingEvent.RoutingChanged;
import org.candor.events.Topic;
import org.candor.intake.IntakeFixtures;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The route of a report follows who is implicated, who is away, and what the directory says. */
@QuarkusTest
@OnRealPlatform
class ReroutingTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");

    @Inject
    MutableClock clock;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    @AfterEach
    void bothOfficersAreThere() {
        clock.reset();
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
    }

    @Test
    void implicatingAnOfficerLaterRecusesHimFromThenOn() {
        UUID incident = submit("workforce", misdirectedSpreadsheet());
        json("privacy-officer").get("/reports/" + incident).then().statusCode(200);

        json("security-officer")
                .body(Map.of("person", "  PRIVACY-officer@larkspurfalls.example "))
                .post("/reports/" + incident + "/implicated")
                .then()
                .statusCode(204);

        // A retry adds nobody.
        json("security-officer")
                .body(Map.of("person", "  PRIVACY-officer@larkspurfalls.example "))
                .post("/reports/" + incident + "/implicated")
                .then()
                .statusCode(204);
        json("privacy-officer").get("/reports/" + incident).then().statusCode(404);
        json("administrator")
                .get("/reports/" + incident)
                .then()
                .statusCode(200)
                .body("implicated", equalTo(List.of("  PRIVACY-officer@larkspurfalls.example ")));
        RoutingChanged record = routing(incident, changed -> changed.version() == 2);
        assertThat(record.recused()).containsExactly("privacy-officer");
        assertThat(record.officers()).extracting(Assigned::person).containsExactly("security-officer", "administrator");
        try (TopicProbe reports = TopicProbe.on(Topic.REPORT)) {
            assertThat(reports.await(
                                    ImplicatedPersonAdded.class,
                                    fact -> fact.incidentId().equals(incident))
                            .inDirectory())
                    .isTrue();
        }
    }

    @Test
    void whoImplicatesHimselfSeesNoMoreOfIt() {
        UUID incident = submit("workforce", misdirectedSpreadsheet());
        json("security-officer")
                .body(Map.of("person", "security-officer"))
                .post("/reports/" + incident + "/implicated")
                .then()
                .statusCode(204);
        json("security-officer")
                .body(Map.of("person", "somebody else"))
                .post("/reports/" + incident + "/implicated")
                .then()
                .statusCode(404);
    }

    @Test
    void anAbsenceOfBothLeadsToTheAdministratorAndItsEndBack() {
        UUID incident = submit("workforce", misdirectedSpreadsheet());
        LocalDate today = LocalDate.now(clock.withZone(ZONE));
        absent("PRIVACY_OFFICER", "privacy-officer", today, today.plusDays(1));
        absent("SECURITY_OFFICER", "security-officer", today, today.plusDays(2));

        routing(incident, changed -> persons(changed).equals(List.of("administrator")));
        // The first day after the privacy officer's absence in the city.
        clock.advance(Duration.ofDays(2));
        RoutingChanged back = routing(incident, changed -> persons(changed).equals(List.of("privacy-officer")));
        assertThat(back.recused()).isEmpty();
        clock.advance(Duration.ofDays(1));
        routing(
                incident,
                changed ->
                        changed.version() > back.version() && changed.officers().size() == 2);
    }

    @Test
    void aDirectoryThatLearnsOfAnImplicatedPersonHidesAlsoClosedReportsFromHim() {
        String newcomer = "newcomer-" + UUID.randomUUID();
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("implicated", List.of("the  " + newcomer.toUpperCase(java.util.Locale.ROOT)));
        UUID incident = submit("workforce", report);
        close(incident);

        putOfficer("AUDITOR", newcomer);

        RoutingChanged record = routing(incident, changed -> changed.recused().contains(newcomer));
        assertThat(record.version()).isEqualTo(2);
        String token = Tokens.as(newcomer, "privacy-officer");
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(token)
                .get("/reports/" + incident)
                .then()
                .statusCode(404);
    }

    @Test
    void aClosedReportStaysWithItsOfficersAndAReopenedOneGetsThoseOfToday() {
        String newcomer = "newcomer-" + UUID.randomUUID();
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("implicated", List.of(newcomer));
        UUID incident = submit("workforce", report);
        close(incident);
        LocalDate today = LocalDate.now(clock.withZone(ZONE));
        absent("PRIVACY_OFFICER", "privacy-officer", today, today.plusDays(1));
        putOfficer("AUDITOR", newcomer);

        RoutingChanged hidden = routing(incident, changed -> changed.recused().contains(newcomer));
        assertThat(hidden.version()).isEqualTo(2);
        assertThat(persons(hidden)).containsExactlyInAnyOrder("privacy-officer", "security-officer");
        Facts.send(Topic.CASE, Facts.sample(Topic.CASE, CaseReopened.class, incident), ENTITY);
        RoutingChanged reopened = routing(incident, changed -> changed.version() == 3);
        assertThat(persons(reopened)).containsExactly("security-officer");
        assertThat(reopened.recused()).containsExactly(newcomer);
    }

    @Test
    void aReportThatCannotBeReadKeepsNoOtherWaiting() {
        String newcomer = "newcomer-" + UUID.randomUUID();
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("implicated", List.of(newcomer));
        UUID unreadable = submit("workforce", report);
        UUID readable = submit("workforce", report);
        assertThat(Database.execute(
                        "update vault.data_key set wrapped = decode('00', 'hex') where incident_id = ?", unreadable))
                .isOne();

        putOfficer("AUDITOR", newcomer);

        routing(readable, changed -> changed.recused().contains(newcomer));
    }

    @Test
    void whoeverIsImplicatedLaterIsRecusedFromTheReportThatFollowsToo() {
        UUID first = submit("workforce", misdirectedSpreadsheet());
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("kind", "RETALIATION");
        report.put("follows", first.toString());
        UUID later = submit("workforce", report);
        json("privacy-officer").get("/reports/" + later).then().statusCode(200);

        json("security-officer")
                .body(Map.of("person", "privacy-officer"))
                .post("/reports/" + first + "/implicated")
                .then()
                .statusCode(204);

        json("privacy-officer").get("/reports/" + later).then().statusCode(404);
        RoutingChanged decided = routing(later, changed -> changed.version() == 3);
        assertThat(decided.recused()).containsExactly("privacy-officer");
        assertThat(persons(decided)).containsExactly("security-officer", "administrator");
    }

    @Test
    void measuresReportsOfWhichNobodyIsInCharge() {
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("implicated", List.of("privacy-officer", "security-officer", "administrator"));
        UUID incident = submit("workforce", report);
        try (TopicProbe reports = TopicProbe.on(Topic.REPORT)) {
            ReportRouted routed =
                    reports.await(ReportRouted.class, fact -> fact.incidentId().equals(incident));
            assertThat(routed.reason()).isEqualTo("EVERYBODY_IMPLICATED");
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> meters.get("candor.reports.unattended").gauge().value() >= 1);
    }

    @Test
    void noChangeOfTheDirectoryLiftsARecusal() {
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("implicated", List.of("The privacy-officer"));
        UUID incident = submit("workforce", report);
        json("administrator")
                .header("If-Match", "*")
                .body(Map.of(
                        "entityId", ENTITY,
                        "role", "PRIVACY_OFFICER",
                        "person", "privacy-officer",
                        "displayName", "Somebody by another name",
                        "mailbox", "another@larkspurfalls.example"))
                .put("/directory/officers/" + IntakeFixtures.officerId("privacy-officer"))
                .then()
                .statusCode(200);
        UUID after = submit("workforce", misdirectedSpreadsheet());
        try (TopicProbe routing = TopicProbe.on(Topic.ROUTING)) {
            routing.await(RoutingChanged.class, changed -> changed.incidentId().equals(after));
            routing.never(
                    RoutingChanged.class,
                    changed -> changed.incidentId().equals(incident)
                            && changed.recused().isEmpty(),
                    Duration.ofSeconds(7));
        }
        json("privacy-officer").get("/reports/" + incident).then().statusCode(404);
    }

    @Test
    void readersThatInvestigationRestrictsAreTheOnlyOnes() {
        UUID incident = submit("workforce", misdirectedSpreadsheet());
        Facts.send(Topic.CASE, new ReadersRestricted(incident, List.of("privacy-officer")), ENTITY);

        RoutingChanged record =
                routing(incident, changed -> !changed.restrictedReaders().isEmpty());
        assertThat(record.restrictedReaders()).containsExactly("privacy-officer");
        assertThat(record.officers()).hasSize(2);
        json("security-officer").get("/reports/" + incident).then().statusCode(404);
        json("privacy-officer").get("/reports/" + incident).then().statusCode(200);
    }

    private static void close(UUID incident) {
        Facts.send(Topic.CASE, Facts.sample(Topic.CASE, CaseClosed.class, incident), ENTITY);
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> Database.number(
                                "select count(*) from report where incident_id = ? and state = 'CLOSED'", incident)
                        == 1);
    }

    private static void absent(String role, String person, LocalDate from, LocalDate until) {
        json("administrator")
                .header("If-Match", "*")
                .body(Map.of(
                        "entityId",
                        ENTITY,
                        "role",
                        role,
                        "person",
                        person,
                        "displayName",
                        "The " + person,
                        "mailbox",
                        person + "@larkspurfalls.example",
                        "absences",
                        List.of(Map.of("from", from.toString(), "until", until.toString()))))
                .put("/directory/officers/" + IntakeFixtures.officerId(person))
                .then()
                .statusCode(200);
    }

    private static List<String> persons(RoutingChanged changed) {
        return changed.officers().stream().map(Assigned::person).toList();
    }

    private static RoutingChanged routing(UUID incident, Predicate<RoutingChanged> wanted) {
        try (TopicProbe routing = TopicProbe.on(Topic.ROUTING).within(Duration.ofSeconds(40))) {
            return routing.await(
                    RoutingChanged.class, changed -> changed.incidentId().equals(incident) && wanted.test(changed));
        }
    }
}
