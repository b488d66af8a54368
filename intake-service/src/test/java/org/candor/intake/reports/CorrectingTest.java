package org.candor.intake.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.intake.IntakeFixtures.json;
import static org.candor.intake.IntakeFixtures.misdirectedSpreadsheet;
import static org.candor.intake.IntakeFixtures.submit;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.ReportEvent.ReportCorrected;
import org.candor.events.ReportEvent.ReportWithdrawn;
import org.candor.events.Topic;
import org.candor.intake.IntakeFixtures;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A report is corrected by officers and taken back by whoever made it; what it said stays. */
@QuarkusTest
@OnRealPlatform
class CorrectingTest {

    private UUID incident;

    @BeforeEach
    void report() {
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
        incident = submit("workforce", misdirectedSpreadsheet());
    }

    @Test
    void keepsTheOriginalBesideTheCorrection() {
        correct(tag(), Map.of("kind", "COMPLAINT", "narrative", "It was a complaint.", "reason", "He said so."))
                .statusCode(200)
                .body("kind", equalTo("COMPLAINT"))
                .body("reportVersion", equalTo(2))
                .body("answerDueOn", notNullValue());
        correct(tag(), Map.of("urgent", true, "reason", "It goes on.")).statusCode(200);

        json("privacy-officer")
                .get("/reports/" + incident)
                .then()
                .body("narrative", equalTo("It was a complaint."))
                .body("summary.urgent", equalTo(true));
        json("investigator")
                .get("/reports/" + incident + "/versions")
                .then()
                .statusCode(200)
                .body("items.number", equalTo(List.of(1, 2)))
                .body("items[0].kind", equalTo("IMPROPER_USE_OR_DISCLOSURE"))
                .body("items[0].narrative", equalTo(misdirectedSpreadsheet().get("narrative")))
                .body("items[0].reason", equalTo("He said so."))
                .body("items[0].replacedBy", equalTo("privacy-officer"))
                .body("items[1].narrative", equalTo("It was a complaint."));
        json("privacy-officer")
                .get("/reports?kind=COMPLAINT&limit=200")
                .then()
                .body("items.find { it.incidentId == '" + incident + "' }.reportVersion", equalTo(3));
    }

    @Test
    void takesWhatWasLearnedAMomentAfterTheReceiptForLearnedByThen() {
        correct(tag(), Map.of("learnedAt", Instant.now().plusSeconds(60).toString(), "reason", "He looked again."))
                .statusCode(200);
        assertThat(Database.number(
                        "select count(*) from report where incident_id = ? and learned_at = received_at", incident))
                .isOne();
    }

    @Test
    void doesNotShowOneVersionAsAnother() {
        correct(tag(), Map.of("narrative", "It was another vendor.", "reason", "typing error"))
                .statusCode(200);
        correct(tag(), Map.of("urgent", true, "reason", "It goes on.")).statusCode(200);
        json("investigator").get("/reports/" + incident + "/versions").then().statusCode(200);
        assertThat(Database.execute(
                        "update report_version set details = (select details from report_version where incident_id = ? and number = 1)"
                                + " where incident_id = ? and number = 2",
                        incident,
                        incident))
                .isOne();
        json("investigator").get("/reports/" + incident + "/versions").then().statusCode(500);
    }

    @Test
    void plansCheckUpsWhenItTurnsOutToBeAComplaint() {
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("relation", "VISITOR");
        incident = submit("workforce", report);
        String checkUps = "/reports/" + incident + "/check-ups";
        json("privacy-officer").get(checkUps).then().body("items", equalTo(List.of()));

        correct(tag(), Map.of("kind", "COMPLAINT", "reason", "He complains.")).statusCode(200);
        json("privacy-officer").get(checkUps).then().body("items.daysAfter", equalTo(List.of(30, 90, 180)));
        try (TopicProbe reports = TopicProbe.on(Topic.REPORT)) {
            reports.await(
                    DeadlineSet.class,
                    fact -> incident.equals(fact.incidentId()) && fact.kind().equals("RETALIATION_CHECK_UP"));
        }
        // Once is enough.
        correct(tag(), Map.of("urgent", true, "reason", "It goes on.")).statusCode(200);
        json("privacy-officer").get(checkUps).then().body("items.size()", equalTo(3));
    }

    @Test
    void tellsTheOthersWhatWasCorrectedWithoutItsWords() {
        correct(
                        tag(),
                        Map.of(
                                "place",
                                IntakeFixtures.PATIENT + "'s room",
                                "phiPossible",
                                false,
                                "reason",
                                "typing error"))
                .statusCode(200);
        try (TopicProbe reports = TopicProbe.on(Topic.REPORT)) {
            var seen = reports.awaitRecord(
                    ReportCorrected.class, fact -> fact.incidentId().equals(incident));
            assertThat(seen.toString())
                    .contains("phiPossible", "place")
                    .doesNotContain(IntakeFixtures.PATIENT)
                    .doesNotContain("typing error");
        }
    }

    @Test
    void asksForTheVersionThatIsCorrected() {
        String old = tag();
        Map<String, Object> urgent = Map.of("urgent", true, "reason", "It goes on.");
        correct(null, urgent).statusCode(428);
        correct(old, urgent).statusCode(200);
        correct(old, Map.of("urgent", false, "reason", "It ended.")).statusCode(412);
    }

    @Test
    void refusesCorrectionsThatCannotBe() {
        correct(tag(), Map.of("reason", "nothing")).statusCode(422).body("code", equalTo("NOTHING_CORRECTED"));
        correct(tag(), Map.of("urgent", true)).statusCode(422).body("errors[0].field", equalTo("/reason"));
        correct(tag(), Map.of("receivedAt", "2020-01-01T00:00:00Z", "reason", "no"))
                .statusCode(400)
                .body("errors[0].field", equalTo("/receivedAt"));
        correct(tag(), Map.of("learnedAt", Instant.now().plusSeconds(86_400).toString(), "reason", "no"))
                .statusCode(422)
                .body("code", equalTo("IN_THE_FUTURE"));
    }

    @Test
    void recordsThatTheReporterTakesItBackAndDeletesNothing() {
        json("workforce")
                .body(Map.of("reason", "I was wrong about it."))
                .post("/reports/" + incident + "/withdrawal")
                .then()
                .statusCode(200)
                .body("withdrawnAt", notNullValue());

        json("privacy-officer")
                .get("/reports/" + incident)
                .then()
                .statusCode(200)
                .body("summary.withdrawnAt", notNullValue())
                .body("summary.state", equalTo("RECEIVED"))
                .body("withdrawal", equalTo("I was wrong about it."))
                .body("narrative", equalTo(misdirectedSpreadsheet().get("narrative")));
        json("workforce")
                .body("{}")
                .post("/reports/" + incident + "/withdrawal")
                .then()
                .statusCode(409)
                .body("code", equalTo("WITHDRAWN_ALREADY"));
        try (TopicProbe reports = TopicProbe.on(Topic.REPORT)) {
            var seen = reports.awaitRecord(
                    ReportWithdrawn.class, fact -> fact.incidentId().equals(incident));
            assertThat(seen.toString()).contains("actor=reporter").doesNotContain("I was wrong");
        }
    }

    @Test
    void letsNobodyElseTakeItBack() {
        for (String role : List.of("privacy-officer", "business-associate", "manager")) {
            json(role)
                    .body("{}")
                    .post("/reports/" + incident + "/withdrawal")
                    .then()
                    .statusCode(404);
        }
    }

    private String tag() {
        return json("privacy-officer")
                .get("/reports/" + incident)
                .then()
                .extract()
                .header("ETag");
    }

    private ValidatableResponse correct(String ifMatch, Map<String, Object> correction) {
        var request = json("privacy-officer").body(correction);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .post("/reports/" + incident + "/corrections")
                .then();
    }
}
