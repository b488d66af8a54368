package org.candor.intake.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.intake.IntakeFixtures.ENTITY;
import static org.candor.intake.IntakeFixtures.json;
import static org.candor.intake.IntakeFixtures.misdirectedSpreadsheet;
import static org.candor.intake.IntakeFixtures.submit;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.ReportEvent.ReportSubmitted;
import org.candor.events.ReportEvent.ReportSupplemented;
import org.candor.events.Topic;
import org.candor.intake.IntakeFixtures;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a report says beyond its narrative, and who is told of it. */
@QuarkusTest
@OnRealPlatform
class FullReportTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");

    @Inject
    MutableClock clock;

    @BeforeEach
    void directory() {
        clock.reset();
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
    }

    @Test
    void keepsWhoTookAPhoneCallDownAndNotWhoCalled() {
        Map<String, Object> call = misdirectedSpreadsheet();
        call.put("channel", "PHONE");
        call.put("relation", "INDIVIDUAL");
        call.put("onBehalf", true);
        UUID incident = submit("security-officer", call);

        json("privacy-officer")
                .get("/reports/" + incident)
                .then()
                .statusCode(200)
                .body("takenBy", equalTo("security-officer"))
                .body("summary.channel", equalTo("PHONE"))
                .body("summary.anonymous", equalTo(true));
        // The officer is not the reporter: he can not take the report back.
        json("security-officer")
                .body("{}")
                .post("/reports/" + incident + "/withdrawal")
                .then()
                .statusCode(404);
    }

    @Test
    void letsOnlyOfficersReportForOthers() {
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("onBehalf", true);
        json("workforce")
                .body(report)
                .post("/reports")
                .then()
                .statusCode(422)
                .body("code", equalTo("ON_BEHALF_NOT_ALLOWED"))
                .body("errors[0].field", equalTo("/onBehalf"));
    }

    @Test
    void showsByHowMuchAReportIsLateAndWhy() {
        Map<String, Object> late = misdirectedSpreadsheet();
        late.put("learnedAt", clock.instant().minus(Duration.ofHours(27)).toString());
        late.put("latenessReason", "I was on leave.");
        UUID incident = submit("workforce", late);

        String lateBy = json("privacy-officer")
                .get("/reports/" + incident)
                .then()
                .statusCode(200)
                .body("latenessReason", equalTo("I was on leave."))
                .extract()
                .path("lateBy");
        assertThat(Duration.parse(lateBy)).isBetween(Duration.ofHours(3), Duration.ofMinutes(183));

        json("privacy-officer")
                .get("/reports/" + submit("workforce", misdirectedSpreadsheet()))
                .then()
                .body("lateBy", nullValue());
    }

    @Test
    void acknowledgesAComplaintAndHandsItsThirtyDaysOn() {
        clock.set(Instant.parse("2027-03-02T05:30:00Z"));
        Map<String, Object> complaint = misdirectedSpreadsheet();
        complaint.put("kind", "COMPLAINT");
        complaint.put("relation", "FAMILY");
        var receipt = given().contentType(ContentType.JSON)
                .body(complaint)
                .post("/reports")
                .then()
                .statusCode(201)
                // 5:30 UTC is still the first of March in the city.
                .body("answerDueOn", equalTo("2027-03-31"))
                .extract()
                .jsonPath();
        given().contentType(ContentType.JSON)
                .body(Map.of("receipt", receipt.getString("receipt")))
                .post("/receipts/status")
                .then()
                .statusCode(200)
                .body("answerDueOn", equalTo("2027-03-31"));

        UUID incident = receipt.getUUID("incidentId");
        assertThat(submitted(incident).answerDueOn()).isEqualTo(LocalDate.of(2027, 3, 31));
        assertThat(submitted(submit("workforce", misdirectedSpreadsheet())).answerDueOn())
                .isNull();
    }

    @Test
    void handsOnWhatABusinessAssociateTellsOfItsDiscovery() {
        LocalDate discovered = LocalDate.now(clock.withZone(ZONE)).minusDays(4);
        var answer = associate("mailing-vendor")
                .body(associateReport(discovered))
                .post("/reports")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        UUID incident = answer.getUUID("incidentId");
        assertThat(answer.getString("individualsTo")).isEqualTo("/notification/campaigns/" + incident + "/roster");

        ReportSubmitted fact = submitted(incident);
        assertThat(fact.associateId()).isEqualTo("mailing-vendor");
        assertThat(fact.associateDiscoveredOn()).isEqualTo(discovered);
        assertThat(fact.associateStanding()).isEqualTo("AGENT");
        assertThat(fact.associateContractDays()).isEqualTo(5);
        assertThat(fact.byWorkforce()).isFalse();
        json("privacy-officer")
                .get("/reports/" + incident)
                .then()
                .body("associate.associateId", equalTo("mailing-vendor"))
                .body("associate.discoveredOn", equalTo(discovered.toString()));
    }

    @Test
    void takesSupplementsOfTheSameAssociateOnly() {
        UUID incident = associate("mailing-vendor")
                .body(associateReport(LocalDate.now(clock.withZone(ZONE))))
                .post("/reports")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("incidentId");
        Map<String, Object> supplement =
                Map.of("text", IntakeFixtures.PATIENT + " is one of them.", "affectedKnown", 640);
        String path = "/reports/" + incident + "/supplements";

        String colleague = Tokens.subject("colleague")
                .roles("business-associate")
                .businessAssociate("mailing-vendor")
                .signed();
        given().auth()
                .oauth2(colleague)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "once-" + incident)
                .body(supplement)
                .post(path)
                .then()
                .statusCode(200)
                .body("number", equalTo(1))
                .body("individualsTo", equalTo("/notification/campaigns/" + incident + "/roster"));
        given().auth()
                .oauth2(colleague)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "once-" + incident)
                .body(supplement)
                .post(path)
                .then()
                .statusCode(200)
                .body("number", equalTo(1));
        // What is taken back is taken back by whoever reported.
        given().auth()
                .oauth2(colleague)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/reports/" + incident + "/withdrawal")
                .then()
                .statusCode(404);
        associate("another-vendor").body(supplement).post(path).then().statusCode(404);
        json("workforce").body(supplement).post(path).then().statusCode(404);

        json("privacy-officer")
                .get("/reports/" + incident)
                .then()
                .body("supplements.size()", equalTo(1))
                .body("supplements[0].text", equalTo(supplement.get("text")));
        try (TopicProbe reports = TopicProbe.on(Topic.REPORT)) {
            var seen = reports.awaitRecord(
                    ReportSupplemented.class, fact -> fact.incidentId().equals(incident));
            assertThat(seen.toString()).doesNotContain(IntakeFixtures.PATIENT).contains("640");
        }
    }

    @Test
    void refusesWhatABusinessAssociateCannotSay() {
        LocalDate tomorrow = LocalDate.now(clock.withZone(ZONE)).plusDays(1);
        associate("mailing-vendor")
                .body(associateReport(tomorrow))
                .post("/reports")
                .then()
                .statusCode(422)
                .body("code", equalTo("IN_THE_FUTURE"))
                .body("errors[0].field", equalTo("/associate/discoveredOn"));

        Map<String, Object> early = associateReport(tomorrow.minusDays(3));
        early.put("happenedAt", clock.instant().minusSeconds(60).toString());
        associate("mailing-vendor")
                .body(early)
                .post("/reports")
                .then()
                .statusCode(422)
                .body("code", equalTo("LEARNED_BEFORE_IT_HAPPENED"));

        Map<String, Object> another = associateReport(tomorrow.minusDays(3));
        another.put(
                "associate",
                Map.of(
                        "associateId",
                        "another-vendor",
                        "discoveredOn",
                        tomorrow.minusDays(3).toString()));
        associate("mailing-vendor")
                .body(another)
                .post("/reports")
                .then()
                .statusCode(422)
                .body("code", equalTo("ANOTHER_ASSOCIATE"));

        Map<String, Object> stranger = associateReport(tomorrow.minusDays(3));
        stranger.put(
                "associate",
                Map.of(
                        "associateId",
                        "mailing-vendor",
                        "discoveredOn",
                        tomorrow.minusDays(3).toString()));
        json("workforce")
                .body(stranger)
                .post("/reports")
                .then()
                .statusCode(422)
                .body("code", equalTo("ASSOCIATE_NOT_SIGNED_IN"))
                .body("errors[0].field", equalTo("/associate/associateId"));

        Map<String, Object> clerk = associateReport(tomorrow.minusDays(3));
        clerk.put("relation", "WORKFORCE");
        json("workforce")
                .body(clerk)
                .post("/reports")
                .then()
                .statusCode(422)
                .body("code", equalTo("ASSOCIATE_RELATION_NEEDED"));
    }

    @Test
    void linksARetaliationReportToTheOneItFollowsAndHidesBothFromTheSamePerson() {
        Map<String, Object> first = misdirectedSpreadsheet();
        first.put("implicated", List.of("The privacy-officer"));
        var receipt = json("workforce")
                .body(first)
                .post("/reports")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        Map<String, Object> byReceipt = misdirectedSpreadsheet();
        byReceipt.put("kind", "RETALIATION");
        byReceipt.put("followsReceipt", receipt.getString("receipt"));
        UUID later = submit("workforce", byReceipt);

        json("security-officer")
                .get("/reports/" + later)
                .then()
                .statusCode(200)
                .body("follows", equalTo(receipt.getString("incidentId")));
        json("privacy-officer").get("/reports/" + later).then().statusCode(404);
        assertThat(submitted(later).follows()).isEqualTo(receipt.getUUID("incidentId"));
    }

    @Test
    void takesARetaliationReportWhateverItSaysItFollows() {
        for (String receipt : List.of("7K3M-92QX-0VTA-HJ5N", "none")) {
            Map<String, Object> report = misdirectedSpreadsheet();
            report.put("kind", "RETALIATION");
            report.put("followsReceipt", receipt);
            json("privacy-officer")
                    .get("/reports/" + submit("workforce", report))
                    .then()
                    .statusCode(200)
                    .body("follows", nullValue());
        }
        Map<String, Object> byId = misdirectedSpreadsheet();
        byId.put("follows", submit("workforce", misdirectedSpreadsheet()).toString());
        // Only a report of retaliation follows another.
        json("privacy-officer")
                .get("/reports/" + submit("workforce", byId))
                .then()
                .statusCode(200)
                .body("follows", nullValue());
    }

    @Test
    void hidesTheReportThatFollowsFromWhomTheEarlierOneIsHidden() {
        UUID first = submit("workforce", misdirectedSpreadsheet());
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("kind", "RETALIATION");
        report.put("follows", first.toString());
        UUID later = submit("workforce", report);
        json("privacy-officer")
                .body(Map.of("person", "security-officer"))
                .post("/reports/" + first + "/implicated")
                .then()
                .statusCode(204);

        json("security-officer").get("/reports/" + later).then().statusCode(404);
        json("privacy-officer").get("/reports/" + later).then().body("follows", equalTo(first.toString()));
    }

    @Test
    void keepsAnImplicatedPersonWhomNobodyKnowsAsText() {
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("implicated", List.of("somebody called Ξένος 🙈"));
        json("privacy-officer")
                .get("/reports/" + submit("workforce", report))
                .then()
                .statusCode(200)
                .body("implicated", hasItem("somebody called Ξένος 🙈"))
                .body("implicated", not(hasItem("privacy-officer")));
    }

    private static ReportSubmitted submitted(UUID incident) {
        try (TopicProbe reports = TopicProbe.on(Topic.REPORT)) {
            return reports.await(
                    ReportSubmitted.class, fact -> fact.incidentId().equals(incident));
        }
    }

    private static Map<String, Object> associateReport(LocalDate discovered) {
        Map<String, Object> report = new HashMap<>(misdirectedSpreadsheet());
        report.put("entityId", ENTITY);
        report.put("relation", "BUSINESS_ASSOCIATE");
        report.put("associate", Map.of("discoveredOn", discovered.toString(), "standing", "AGENT", "contractDays", 5));
        return report;
    }

    private static RequestSpecification associate(String id) {
        String token = Tokens.subject("clerk-of-" + id)
                .roles("business-associate")
                .businessAssociate(id)
                .signed();
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
