package org.candor.intake.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.intake.IntakeFixtures.json;
import static org.candor.intake.IntakeFixtures.misdirectedSpreadsheet;
import static org.candor.intake.IntakeFixtures.submit;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.candor.events.CaseEvent;
import org.candor.events.CaseEvent.CaseClosed;
import org.candor.events.CaseEvent.CaseOpened;
import org.candor.events.CaseEvent.CaseReopened;
import org.candor.events.CaseEvent.ComplaintAnswered;
import org.candor.events.OfficerRole;
import org.candor.events.ReportEvent.ReportRouted;
import org.candor.events.ReportEvent.ReportSubmitted;
import org.candor.events.RoutingEvent.Assigned;
import org.candor.events.RoutingEvent.RoutingChanged;
import org.candor.events.Topic;
import org.candor.intake.IntakeFixtures;
import org.candor.intake.mailbox.NamelessReporter;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealPlatform
class SubmittingTest {

    @Inject
    MutableClock clock;

    @BeforeEach
    void directory() {
        clock.reset();
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
    }

    @Test
    void acceptsAReportAndTellsTheOthersWithoutNarrativeOrReporter() {
        UUID incident = submit("workforce", misdirectedSpreadsheet());

        try (TopicProbe reports = TopicProbe.on(Topic.REPORT)) {
            ReportSubmitted fact =
                    reports.await(ReportSubmitted.class, e -> e.incidentId().equals(incident));
            assertThat(fact.byWorkforce()).isTrue();
            assertThat(fact.phiPossible()).isTrue();
            assertThat(reports.await(ReportRouted.class, e -> e.incidentId().equals(incident))
                            .reason())
                    .isEqualTo("BOTH_OFFICERS");
            assertThat(reports.awaitRecord(
                                    ReportSubmitted.class, e -> e.incidentId().equals(incident))
                            .toString())
                    .doesNotContain(IntakeFixtures.PATIENT)
                    .doesNotContain("login-of-workforce");
        }
        try (TopicProbe routing = TopicProbe.on(Topic.ROUTING)) {
            assertThat(routing.await(RoutingChanged.class, e -> e.incidentId().equals(incident))
                            .officers())
                    .extracting(Assigned::role)
                    .containsExactlyInAnyOrder(OfficerRole.PRIVACY_OFFICER, OfficerRole.SECURITY_OFFICER);
        }
    }

    @Test
    void marksAReportLateAfterTwentyFourHoursOfElapsedTime() {
        Instant now = clock.instant();
        Map<String, Object> inTime = misdirectedSpreadsheet();
        inTime.put("learnedAt", now.minus(Duration.ofHours(24)).plusSeconds(60).toString());
        Map<String, Object> late = misdirectedSpreadsheet();
        late.put("learnedAt", now.minus(Duration.ofHours(24)).minusSeconds(60).toString());

        json("workforce").body(inTime).post("/reports").then().statusCode(201).body("late", equalTo(false));
        json("workforce").body(late).post("/reports").then().statusCode(201).body("late", equalTo(true));
    }

    @Test
    void takesAReportOfWhoseClockRunsAhead() {
        Instant now = clock.instant();
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("happenedAt", now.plusSeconds(100).toString());
        report.put("learnedAt", now.plusSeconds(120).toString());
        UUID incident = submit("workforce", report);

        assertThat(Database.number(
                        "select count(*) from report where incident_id = ? and learned_at = received_at and happened_at = received_at",
                        incident))
                .isOne();
    }

    @Test
    void takesAnAnonymousReportAndAnswersItsReceipt() {
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("relation", "NOT_SAID");
        String receipt = given().contentType(ContentType.JSON)
                .body(report)
                .post("/reports")
                .then()
                .statusCode(201)
                .body("receipt", matchesPattern("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}"))
                .body("nonRetaliation", startsWith("Reporting helps"))
                .extract()
                .path("receipt");

        given().contentType(ContentType.JSON)
                .body(Map.of("receipt", receipt.toLowerCase(Locale.ROOT).replace("-", " ")))
                .post("/receipts/status")
                .then()
                .statusCode(200)
                .body("state", equalTo("RECEIVED"));
        assertThat(NamelessReporter.reports().receipt()).isNotEqualTo(receipt);
        // Whoever has the table cannot try receipts against it: what is kept is no hash that he can make.
        assertThat(Database.number(
                        "select count(*) from report where receipt_hash in (sha256(?::bytea), sha256(?::bytea))",
                        receipt,
                        receipt.replace("-", "")))
                .isZero();
    }

    @Test
    void tellsNothingForAReceiptThatIsNone() {
        for (String wrong : new String[] {"7K3M-92QX-0VTA-HJ5N", "short", "7K3M-92QX-0VTA-HJ5N-7K3M", "!!!!"}) {
            given().contentType(ContentType.JSON)
                    .body(Map.of("receipt", wrong))
                    .post("/receipts/status")
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("UNKNOWN_RECEIPT"));
        }
    }

    @Test
    void answersARetryAsTheFirstTime() {
        Map<String, Object> report = misdirectedSpreadsheet();
        String key = UUID.randomUUID().toString();
        Map<String, Object> first = given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(report)
                .post("/reports")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getMap("");
        Map<String, Object> again = given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(report)
                .post("/reports")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getMap("");
        assertThat(again).isEqualTo(first);

        report.put("urgent", true);
        given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(report)
                .post("/reports")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void letsTheReceiptTellAnsweredClosedAndReopened() {
        var answer = json("workforce")
                .body(misdirectedSpreadsheet())
                .post("/reports")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        UUID incident = answer.getUUID("incidentId");
        List<CaseEvent> facts = List.of(
                new CaseOpened(incident, IntakeFixtures.ENTITY, clock.instant()),
                Facts.sample(Topic.CASE, ComplaintAnswered.class, incident),
                Facts.sample(Topic.CASE, CaseClosed.class, incident),
                new CaseReopened(incident, clock.instant()));
        List<String> states = List.of("UNDER_INVESTIGATION", "ANSWERED", "CLOSED", "UNDER_INVESTIGATION");
        for (int i = 0; i < facts.size(); i++) {
            Facts.send(Topic.CASE, facts.get(i), IntakeFixtures.ENTITY);
            String state = states.get(i);
            Awaitility.await()
                    .untilAsserted(() -> json("workforce")
                            .body(Map.of("receipt", answer.getString("receipt")))
                            .post("/receipts/status")
                            .then()
                            .body("state", equalTo(state)));
        }
    }

    @Test
    void letsTheReceiptFollowTheCase() {
        var answer = json("workforce")
                .body(misdirectedSpreadsheet())
                .post("/reports")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        UUID incident = answer.getUUID("incidentId");
        Facts.send(Topic.CASE, new CaseOpened(incident, IntakeFixtures.ENTITY, clock.instant()), IntakeFixtures.ENTITY);

        Awaitility.await()
                .untilAsserted(() -> json("workforce")
                        .body(Map.of("receipt", answer.getString("receipt")))
                        .post("/receipts/status")
                        .then()
                        .body("state", equalTo("UNDER_INVESTIGATION")));
    }

    @Test
    void keepsEmojiAndRightToLeftText() {
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("narrative", "📎 \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 e\u0301");
        UUID incident = submit("workforce", report);

        json("privacy-officer")
                .get("/reports/" + incident)
                .then()
                .statusCode(200)
                .body("narrative", equalTo(report.get("narrative")));
    }

    @Test
    void promisesInTheLanguageOfWhoeverReports() {
        Map<String, Object> report = misdirectedSpreadsheet();
        given().contentType(ContentType.JSON)
                .header("Accept-Language", "es-MX,es;q=0.9,en;q=0.5")
                .body(report)
                .post("/reports")
                .then()
                .statusCode(201)
                .body("nonRetaliation", startsWith("Informar nos ayuda"));
        report.put("contact", Map.of("name", "Odalys Fenwick", "answerBy", "MAILBOX", "language", "es"));
        given().contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body(report)
                .post("/reports")
                .then()
                .statusCode(201)
                .body("nonRetaliation", startsWith("Informar nos ayuda"));
    }
}
