package org.candor.intake.checkups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.intake.IntakeFixtures.json;
import static org.candor.intake.IntakeFixtures.misdirectedSpreadsheet;
import static org.candor.intake.IntakeFixtures.submit;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.OfficerRole;
import org.candor.events.ReportEvent.CheckUpDue;
import org.candor.events.Topic;
import org.candor.intake.IntakeFixtures;
import org.candor.test.Database;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever reported is asked after 30, 90 and 180 days whether he suffers for it. */
@QuarkusTest
@OnRealPlatform
class CheckUpTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    MutableClock clock;

    @BeforeEach
    void directory() {
        clock.reset();
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void plansThreeAndTellsTheBoardOfTheNext() {
        LocalDate day = LocalDate.now(clock.withZone(ZONE));
        UUID incident = submit("workforce", misdirectedSpreadsheet());

        json("privacy-officer")
                .get("/reports/" + incident + "/check-ups")
                .then()
                .statusCode(200)
                .body("items.daysAfter", equalTo(List.of(30, 90, 180)))
                .body("items.state", equalTo(List.of("PLANNED", "PLANNED", "PLANNED")));
        DeadlineSet first = deadline(incident, day.plusDays(30));
        assertThat(first.kind()).isEqualTo("RETALIATION_CHECK_UP");
        assertThat(first.zone()).isEqualTo("America/Chicago");
    }

    @Test
    void plansNoneForAVisitorsConcern() {
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("relation", "VISITOR");
        json("privacy-officer")
                .get("/reports/" + submit("workforce", report) + "/check-ups")
                .then()
                .body("items", equalTo(List.of()));
    }

    @Test
    void tellsOfEachOnItsDayAndRecordsWhatCameOfIt() {
        LocalDate day = LocalDate.now(clock.withZone(ZONE));
        UUID incident = submit("workforce", misdirectedSpreadsheet());
        record(incident, 1, "NO_RETALIATION").statusCode(409).body("code", equalTo("CHECK_UP_NOT_OPEN"));

        clock.advance(Duration.ofDays(31));
        CheckUpDue due = due(incident, 1);
        assertThat(due.dueOn()).isEqualTo(day.plusDays(30));
        deadline(incident, day.plusDays(90));
        json("security-officer")
                .get("/check-ups?limit=200")
                .then()
                .body("items.incidentId", hasItem(incident.toString()));

        record(incident, 1, "NO_RETALIATION")
                .statusCode(200)
                .body("state", equalTo("RECORDED"))
                .body("note", equalTo("Said " + IntakeFixtures.PATIENT + " was kind."));
        record(incident, 1, "RETALIATION_SAID").statusCode(409);
        record(incident, 9, "NO_RETALIATION").statusCode(404);
        try (TopicProbe reports = TopicProbe.on(Topic.REPORT).within(PATIENCE)) {
            DeadlineMet met = reports.await(DeadlineMet.class, fact -> incident.equals(fact.incidentId()));
            assertThat(met.daysLate()).isEqualTo(1);
            assertThat(reports.records()).noneMatch(seen -> seen.toString().contains(IntakeFixtures.PATIENT));
        }
        assertThat(Database.number("select count(*) from check_up where encode(note, 'escape') like '%Ashgrove%'"))
                .isZero();
    }

    @Test
    void asksNobodyAgainWhoWantsNoQuestions() {
        UUID incident = submit("workforce", misdirectedSpreadsheet());
        clock.advance(Duration.ofDays(31));
        due(incident, 1);
        record(incident, 1, "DECLINED").statusCode(200);

        json("privacy-officer")
                .get("/reports/" + incident + "/check-ups")
                .then()
                .body("items.state", equalTo(List.of("RECORDED", "CANCELLED", "CANCELLED")));
        try (TopicProbe reports = TopicProbe.on(Topic.REPORT)) {
            reports.awaitRecords(DeadlineCancelled.class, fact -> incident.equals(fact.incidentId()), 2);
        }
    }

    @Test
    void aReplicaLeavesWhatAnotherHoldsAndNothingIsToldTwice() throws SQLException {
        UUID held = submit("workforce", misdirectedSpreadsheet());
        UUID free = submit("workforce", misdirectedSpreadsheet());
        try (Connection other = Database.connect()) {
            other.setAutoCommit(false);
            try (PreparedStatement hold =
                    other.prepareStatement("select 1 from check_up where incident_id = ? for update")) {
                hold.setObject(1, held);
                hold.executeQuery();
                clock.advance(Duration.ofDays(31));
                due(free, 1);
                assertThat(state(held)).isEqualTo("PLANNED");
            }
            other.rollback();
        }
        due(held, 1);
        try (TopicProbe reports = TopicProbe.on(Topic.REPORT)) {
            reports.awaitRecords(CheckUpDue.class, fact -> fact.incidentId().equals(held), 1);
            assertThat(reports.awaitRecords(
                            CheckUpDue.class, fact -> fact.incidentId().equals(free), 1))
                    .hasSize(1);
            reports.never(
                    CheckUpDue.class,
                    fact -> fact.incidentId().equals(free) && fact.number() != 1,
                    Duration.ofSeconds(7));
        }
        assertThat(Database.number(
                        "select count(*) from outbox where type like '%check-up-due%' and subject in (?, ?)",
                        held.toString(), free.toString()))
                .isEqualTo(2);
    }

    @Test
    void isUnknownToWhomTheReportImplicates() {
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("implicated", List.of("privacy-officer"));
        UUID incident = submit("workforce", report);
        clock.advance(Duration.ofDays(31));
        due(incident, 1);

        json("privacy-officer")
                .get("/check-ups?limit=200")
                .then()
                .statusCode(200)
                .body("items.incidentId", not(hasItem(incident.toString())));
        record(incident, 1, "NO_RETALIATION").statusCode(404);
    }

    @Test
    void isTheDutyOfAnOfficerWhomTheReportDoesNotImplicate() {
        LocalDate day = LocalDate.now(clock.withZone(ZONE));
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("implicated", List.of("privacy-officer"));
        UUID incident = submit("workforce", report);
        assertThat(deadline(incident, day.plusDays(30)).role()).isEqualTo(OfficerRole.SECURITY_OFFICER);

        clock.advance(Duration.ofDays(31));
        assertThat(due(incident, 1).role()).isEqualTo(OfficerRole.SECURITY_OFFICER);
        assertThat(deadline(incident, day.plusDays(90)).role()).isEqualTo(OfficerRole.SECURITY_OFFICER);
    }

    @Test
    void becomesAnothersDutyWhenItsOfficerIsImplicatedLater() {
        LocalDate day = LocalDate.now(clock.withZone(ZONE));
        UUID incident = submit("workforce", misdirectedSpreadsheet());
        assertThat(deadline(incident, day.plusDays(30)).role()).isEqualTo(OfficerRole.PRIVACY_OFFICER);
        json("administrator")
                .body(Map.of("person", "privacy-officer"))
                .post("/reports/" + incident + "/implicated")
                .then()
                .statusCode(204);
        json("administrator")
                .body(Map.of("person", "security-officer"))
                .post("/reports/" + incident + "/implicated")
                .then()
                .statusCode(204);
        try (TopicProbe reports = TopicProbe.on(Topic.REPORT).within(PATIENCE)) {
            List<OfficerRole> roles =
                    reports.awaitRecords(DeadlineSet.class, fact -> incident.equals(fact.incidentId()), 3).stream()
                            .map(seen -> ((DeadlineSet) seen.fact()).role())
                            .toList();
            assertThat(roles)
                    .containsExactly(
                            OfficerRole.PRIVACY_OFFICER, OfficerRole.SECURITY_OFFICER, OfficerRole.ADMINISTRATOR);
        }
        json("administrator")
                .get("/reports/" + incident + "/check-ups")
                .then()
                .body("items.role", equalTo(List.of("ADMINISTRATOR", "ADMINISTRATOR", "ADMINISTRATOR")));
    }

    private static ValidatableResponse record(UUID incident, int number, String outcome) {
        return json("privacy-officer")
                .body(Map.of("outcome", outcome, "note", "Said " + IntakeFixtures.PATIENT + " was kind."))
                .post("/reports/" + incident + "/check-ups/" + number + "/result")
                .then();
    }

    private static CheckUpDue due(UUID incident, int number) {
        try (TopicProbe reports = TopicProbe.on(Topic.REPORT).within(PATIENCE)) {
            return reports.await(
                    CheckUpDue.class, fact -> fact.incidentId().equals(incident) && fact.number() == number);
        }
    }

    private static DeadlineSet deadline(UUID incident, LocalDate dueOn) {
        try (TopicProbe reports = TopicProbe.on(Topic.REPORT).within(PATIENCE)) {
            return reports.await(
                    DeadlineSet.class, fact -> incident.equals(fact.incidentId()) && dueOn.equals(fact.dueOn()));
        }
    }

    private static Object state(UUID incident) {
        Awaitility.await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        return Database.rows("select state from check_up where incident_id = ? and number = 1", incident)
                .getFirst()
                .get("state");
    }
}
