package org.candor.intake.exceptions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.intake.IntakeFixtures.ENTITY;
import static org.candor.intake.IntakeFixtures.json;
import static org.candor.intake.IntakeFixtures.misdirectedSpreadsheet;
import static org.candor.intake.IntakeFixtures.submit;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.AccessEvent.AccessRecorded;
import org.candor.events.CaseEvent.ReadersRestricted;
import org.candor.events.ReportEvent.BreakGlassUsed;
import org.candor.events.RoutingEvent.ReaderUntil;
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

/** a restricted case opens for a reason and for a time, and never to whom it may be about. */
@QuarkusTest
@OnRealPlatform
class BrokenGlassTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String LIST = "/access-exceptions?limit=200&entityId=" + ENTITY;

    @Inject
    MutableClock clock;

    @BeforeEach
    void directory() {
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void opensForATimeTellsThoseInChargeAndEndsByItself() {
        UUID incident = restricted(List.of(), "privacy-officer", "security-officer");

        breakGlass("kim", "investigator", incident, 30)
                .statusCode(201)
                .body("kind", equalTo("BREAK_GLASS"))
                .body("person", equalTo("kim"));
        read("kim", "investigator", incident).statusCode(200);
        breakGlass("kim", "investigator", incident, 30).statusCode(409).body("code", equalTo("READABLE_ALREADY"));

        RoutingChanged record =
                routing(incident, changed -> !changed.exceptions().isEmpty());
        assertThat(record.exceptions()).extracting(ReaderUntil::person).containsExactly("kim");
        assertThat(record.restrictedReaders()).containsExactly("privacy-officer", "security-officer");
        try (TopicProbe reports = TopicProbe.on(Topic.REPORT)) {
            BreakGlassUsed told = reports.await(
                    BreakGlassUsed.class, fact -> fact.incidentId().equals(incident));
            assertThat(told.ground()).isEqualTo("DUTY_FALLS_DUE");
            assertThat(Duration.between(told.usedAt(), told.endsAt())).isEqualTo(Duration.ofMinutes(30));
            assertThat(reports.records().toString()).doesNotContain("telephones about");
        }
        try (TopicProbe accesses = TopicProbe.on(Topic.ACCESS)) {
            assertThat(accesses.await(
                                    AccessRecorded.class,
                                    fact -> fact.action().equals("break-glass")
                                            && fact.incidentIds().equals(List.of(incident)))
                            .reason())
                    .isEqualTo("DUTY_FALLS_DUE");
        }
        String row = "items.find { it.incidentId == '" + incident + "' && it.kind == 'BREAK_GLASS' }";
        json("security-officer")
                .get(LIST)
                .then()
                .statusCode(200)
                .body(row + ".reason", equalTo(reason(30).get("reason")))
                .body("items.findAll { it.incidentId == '" + incident + "' }.kind", hasItem("READERS"));
        assertThat(Database.number(
                        "select count(*) from access_exception where encode(reason, 'escape') like '%telephones%'"))
                .isZero();

        clock.advance(Duration.ofMinutes(31));
        await().atMost(PATIENCE)
                .untilAsserted(() -> read("kim", "investigator", incident).statusCode(404));
        routing(
                incident,
                changed -> changed.version() > record.version()
                        && changed.exceptions().isEmpty());
    }

    /** The administrator has no need of a report's words, but for the time of an exception (see NeedToKnow). */
    @Test
    void letsTheAdministratorReadWhatItSaysButNotWhoReported() {
        UUID incident = restricted(List.of(), "privacy-officer", "security-officer");
        read("administrator", "administrator", incident).statusCode(404);

        breakGlass("administrator", "administrator", incident, 10).statusCode(201);

        read("administrator", "administrator", incident).statusCode(200);
        json("administrator")
                .body(Map.of("fields", List.of("NAME"), "ground", "ANSWER"))
                .post("/reports/" + incident + "/contact/unmask")
                .then()
                .statusCode(403);
    }

    /** He sees that a report is there, and is not told that he reads what he is refused. */
    @Test
    void opensTheWordsOfAnyReportToAnAdministratorWhoCannotWait() {
        UUID incident = submit("workforce", misdirectedSpreadsheet());
        read("administrator", "administrator", incident).statusCode(403).body("code", equalTo("NOT_IN_CHARGE"));

        breakGlass("administrator", "administrator", incident, 10).statusCode(201);

        read("administrator", "administrator", incident).statusCode(200);
        breakGlass("administrator", "administrator", incident, 10)
                .statusCode(409)
                .body("code", equalTo("READABLE_ALREADY"));
        breakGlass("lou", "counsel", incident, 10).statusCode(409).body("code", equalTo("READABLE_ALREADY"));
    }

    @Test
    void neverOpensToWhomItMayBeAboutNorToOtherEntities() {
        UUID incident = restricted(List.of("security-officer"), "privacy-officer");

        String hidden = breakGlass("security-officer", "security-officer", incident, 60)
                .statusCode(404)
                .extract()
                .path("code");
        assertThat(hidden).isEqualTo("NOT_FOUND");
        String elsewhere = Tokens.subject("kim")
                .roles("investigator")
                .entities("another-city")
                .signed();
        post(elsewhere, incident, reason(60)).statusCode(404);
        post(Tokens.as("kim", "investigator"), UUID.randomUUID(), reason(60)).statusCode(404);
        given().auth()
                .oauth2(Tokens.as("security-officer", "privacy-officer"))
                .get(LIST)
                .then()
                .body("items.incidentId", not(hasItem(incident.toString())));
    }

    /** Somebody whom the report implicates after he broke the glass reads no more, at once. */
    @Test
    void endsForWhoIsRecusedMeanwhile() {
        UUID incident = restricted(List.of(), "privacy-officer");
        String retryKey = UUID.randomUUID().toString();
        retried(incident, retryKey).statusCode(201);
        retried(incident, retryKey).statusCode(201);
        read("security-officer", "security-officer", incident).statusCode(200);

        json("privacy-officer")
                .body(Map.of("person", "security-officer"))
                .post("/reports/" + incident + "/implicated")
                .then()
                .statusCode(204);

        read("security-officer", "security-officer", incident).statusCode(404);
        RoutingChanged record = routing(incident, changed -> changed.recused().contains("security-officer"));
        assertThat(record.exceptions()).isEmpty();
        breakGlass("security-officer", "security-officer", incident, 60).statusCode(404);
        retried(incident, retryKey).statusCode(404);
    }

    private static ValidatableResponse retried(UUID incident, String key) {
        return given().auth()
                .oauth2(Tokens.as("security-officer", "security-officer"))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(reason(60))
                .post("/reports/" + incident + "/break-glass")
                .then();
    }

    @Test
    void refusesWhatIsTooLongOrNeedless() {
        UUID incident = restricted(List.of(), "privacy-officer");
        breakGlass("kim", "investigator", incident, 481).statusCode(422);
        breakGlass("privacy-officer", "privacy-officer", incident, 60).statusCode(409);
        UUID open = submit("workforce", misdirectedSpreadsheet());
        breakGlass("kim", "investigator", open, 60).statusCode(409).body("code", equalTo("READABLE_ALREADY"));
        Map<String, Object> without = new HashMap<>(reason(60));
        without.remove("reason");
        post(Tokens.as("kim", "investigator"), incident, without).statusCode(422);
    }

    private static UUID restricted(List<String> implicated, String... readers) {
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("implicated", implicated);
        UUID incident = submit("workforce", report);
        Facts.send(Topic.CASE, new ReadersRestricted(incident, List.of(readers)), ENTITY);
        await().atMost(PATIENCE)
                .untilAsserted(() -> read("outsider", "investigator", incident).statusCode(404));
        return incident;
    }

    private static ValidatableResponse read(String person, String role, UUID incident) {
        return given().auth()
                .oauth2(Tokens.as(person, role))
                .get("/reports/" + incident)
                .then();
    }

    private static ValidatableResponse breakGlass(String person, String role, UUID incident, int minutes) {
        return post(Tokens.as(person, role), incident, reason(minutes));
    }

    private static Map<String, Object> reason(int minutes) {
        return Map.of(
                "ground",
                "DUTY_FALLS_DUE",
                "reason",
                "The FBI telephones about " + IntakeFixtures.PATIENT,
                "minutes",
                minutes);
    }

    private static ValidatableResponse post(String token, UUID incident, Map<String, Object> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/reports/" + incident + "/break-glass")
                .then();
    }

    private static RoutingChanged routing(UUID incident, java.util.function.Predicate<RoutingChanged> wanted) {
        try (TopicProbe routing = TopicProbe.on(Topic.ROUTING).within(PATIENCE)) {
            return routing.await(
                    RoutingChanged.class, changed -> changed.incidentId().equals(incident) && wanted.test(changed));
        }
    }
}
