package org.candor.intake.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.intake.IntakeFixtures.json;
import static org.candor.intake.IntakeFixtures.misdirectedSpreadsheet;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.candor.intake.IntakeFixtures;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each bad request gets its problem, and nothing is stored. */
@QuarkusTest
@OnRealPlatform
class BadInputTest {

    private int stored;

    @BeforeEach
    void countReports() {
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
        stored = reports();
    }

    @AfterEach
    void nothingWasStored() {
        assertThat(reports()).isEqualTo(stored);
    }

    @Test
    void refusesWhatIsNotJson() {
        post("{\"kind\": ").statusCode(400).body("code", equalTo("UNREADABLE_BODY"));
        post("").statusCode(422);
    }

    @Test
    void refusesAWrongTypeAndNamesTheField() {
        post("{\"kind\": \"COMPLAINT\", \"phiPossible\": {}}")
                .statusCode(400)
                .body("errors[0].field", equalTo("/phiPossible"));
    }

    @Test
    void refusesAnUnknownEnumValue() {
        post("{\"kind\": \"GOSSIP\"}").statusCode(400).body("errors[0].field", equalTo("/kind"));
    }

    @Test
    void refusesAnUnknownField() {
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("receivedAt", "2020-01-01T00:00:00Z");
        post(report).statusCode(400).body("errors[0].field", equalTo("/receivedAt"));
    }

    @Test
    void namesEveryMissingField() {
        post("{\"kind\": \"COMPLAINT\"}")
                .statusCode(422)
                .body("code", equalTo("INVALID_FIELD"))
                .body("errors.field", hasItem("/narrative"))
                .body("errors.field", hasItem("/phiPossible"))
                .body("errors.field", hasItem("/relation"));
    }

    @Test
    void refusesTextOverItsLimit() {
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("narrative", "x".repeat(50_001));
        post(report).statusCode(422).body("errors[0].field", equalTo("/narrative"));
    }

    @Test
    void refusesControlCharacters() {
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("narrative", "before\u0000after");
        post(report).statusCode(422).body("errors[0].field", equalTo("/narrative"));
    }

    @Test
    void refusesABodyOfTenMegabytes() throws IOException {
        // By hand, because the answer comes before the body and ordinary clients only notice the closed connection.
        String answer = Http.answerToHeadOf("/intake/reports", 10_000_000);
        assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json", "BODY_TOO_LARGE");
    }

    @Test
    void refusesTwoHundredLevelsOfNesting() {
        post("{\"narrative\": " + "[".repeat(200) + "]".repeat(200) + "}").statusCode(400);
    }

    @Test
    void refusesAnotherContentType() {
        given().contentType(ContentType.TEXT)
                .body("hello")
                .post("/reports")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("code", equalTo("WRONG_CONTENT_TYPE"));
    }

    @Test
    void refusesTimesThatCannotBeTrue() {
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("happenedAt", Instant.now().toString());
        report.put("learnedAt", Instant.now().minusSeconds(3600).toString());
        post(report).statusCode(422).body("code", equalTo("LEARNED_BEFORE_IT_HAPPENED"));

        report.put("learnedAt", Instant.now().plusSeconds(86_400).toString());
        post(report).statusCode(422).body("code", equalTo("IN_THE_FUTURE"));
    }

    @Test
    void refusesAnEntityThatIsNotInTheDirectory() {
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("entityId", "atlantis");
        post(report).statusCode(422).body("code", equalTo("UNKNOWN_ENTITY"));
    }

    @Test
    void refusesADrillThatNoOfficerMarked() {
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("drill", true);
        post(report).statusCode(422).body("code", equalTo("DRILL_NOT_ALLOWED"));
    }

    @Test
    void refusesAWrongTokenEvenWhereNoneIsNeeded() {
        String expired = Tokens.subject("clerk").roles("workforce").expired().signed();
        given().auth()
                .oauth2(expired)
                .contentType(ContentType.JSON)
                .body(misdirectedSpreadsheet())
                .post("/reports")
                .then()
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"))
                .header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    void answersUnknownAndMisshapenIdsAlike() {
        json("privacy-officer")
                .get("/reports/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_FOUND"));
        json("privacy-officer").get("/reports/17").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void speaksSpanishWhenAsked() {
        given().header("Accept-Language", "es-MX, en;q=0.5")
                .get("/reports")
                .then()
                .statusCode(401)
                .body("title", startsWith("Se necesita"));
    }

    private static ValidatableResponse post(Object body) {
        return json("workforce").body(body).post("/reports").then();
    }

    private static int reports() {
        return json("security-officer")
                .get("/reports?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items")
                .size();
    }
}
