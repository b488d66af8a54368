package org.candor.breach;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what, who sees nothing, and what nobody may send. */
@QuarkusTest
@OnRealPlatform
class AccessTest {

    @Test
    void anIncidentDoesNotExistForWhoeverIsRecused() {
        Story story = Story.asked().breach();
        story.routing().recusing("security-officer").version(2).send();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> story.as("security-officer").get(story.path("")).statusCode() == 404);
        story.as("security-officer").get(story.path("/worksheet.pdf")).then().statusCode(404);
        story.as("security-officer")
                .get(story.breachPath("/obligations"))
                .then()
                .statusCode(404);
        story.as("security-officer")
                .get(story.breachPath("/notice-plan"))
                .then()
                .statusCode(404);
        story.as("security-officer")
                .header("If-Match", "*")
                .body("{}")
                .put(story.path("/facts"))
                .then()
                .statusCode(404);
        story.as("security-officer")
                .get("/assessments?limit=200")
                .then()
                .statusCode(200)
                .body("items.incidentId", not(hasItem(story.incidentId.toString())));
        story.as("security-officer")
                .get("/log?year=2026")
                .then()
                .statusCode(200)
                .body("entries.incidentId", not(hasItem(story.incidentId.toString())));
        story.as("privacy-officer").get(story.path("")).then().statusCode(200);
    }

    @Test
    void anotherEntitysOfficerSeesNothing() {
        Story story = Story.asked();
        given().auth()
                .oauth2(Tokens.subject("other")
                        .roles("privacy-officer")
                        .entities("another-city")
                        .signed())
                .get(story.path(""))
                .then()
                .statusCode(404);
    }

    @Test
    void listsPagesAndFilters() {
        Story first = Story.asked();
        Story second = Story.asked();
        String next = first.as("counsel")
                .get("/assessments?limit=1&state=PRESUMED")
                .then()
                .statusCode(200)
                .body("items[0].incidentId", equalTo(second.incidentId.toString()))
                .extract()
                .path("next");
        first.as("counsel")
                .get("/assessments?limit=1&state=PRESUMED&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items[0].incidentId", equalTo(first.incidentId.toString()));
        first.as("counsel")
                .get("/assessments?updatedSince=2100-01-01T00:00:00Z")
                .then()
                .body("items.size()", equalTo(0));
        first.as("counsel").get("/assessments?updatedSince=now").then().statusCode(400);
        first.as("counsel").get("/assessments?limit=0").then().statusCode(422);
        first.as("counsel").get("/assessments?cursor=zzz").then().statusCode(400);
    }

    @Test
    void changesNeedTheVersionThatWasRead() {
        Story story = Story.asked();
        story.as("privacy-officer").body("{}").put(story.path("/facts")).then().statusCode(428);
        String stale = story.etag();
        story.put("{}").then().statusCode(200);
        story.as("privacy-officer")
                .header("If-Match", stale)
                .body("{}")
                .put(story.path("/facts"))
                .then()
                .statusCode(412)
                .body("code", equalTo("STALE_VERSION"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"gates\": {\"phi\": {\"kind\": \"SECRET\"}}} | 400",
                "{\"gates\": {\"phi\": {}}} | 422",
                "{\"gates\": {\"protection\": {\"kind\": \"ENCRYPTED\"}}} | 422",
                "{\"factors\": {\"LUCK\": {\"rating\": \"LOW\"}}} | 400",
                "{\"factors\": {\"MITIGATION\": {\"rating\": \"LOW\", \"support\": \"a\\u0007b\"}}} | 422",
                "{\"factors\": {\"MITIGATION\": null}} | 422",
                "{\"notice\": {\"individuals\": {\"total\": 0}}} | 422",
                "{\"notice\": {\"knowledge\": []}} | 422",
                "{\"notice\": 3} | 422",
                "{\"nothing\": 1} | 400",
                "{\"notice\": {\"determinedOn\": \"2026-01-01\"}} | 422"
            })
    void refusesBadFactsAndKeepsNothing(String body, int status) {
        Story story = Story.asked();
        String before = story.etag();
        story.put(body).then().statusCode(status).contentType("application/problem+json");
        assertThat(story.etag()).isEqualTo(before);
    }

    @Test
    void refusesBadKnowledgeConclusionsAndIds() {
        Story story = Story.asked();
        story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body("{\"knowledge\": {\"by\": \"WORKFORCE\", \"at\": \"yesterday\"}}")
                .post(story.path("/knowledge"))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("/knowledge/at"));
        story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body("{\"knowledge\": {\"by\": \"WORKFORCE\", \"at\": \"2026-04-02\"}, \"replaces\": \"nobody\"}")
                .post(story.path("/knowledge"))
                .then()
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_CANDIDATE"));
        refusesKnowledge(story, "'by': 'WORKFORCE', 'at': '2026-04-02', 'key': 'mine'", "/knowledge/key", "mine");
        refusesKnowledge(
                story, "'by': 'WORKFORCE', 'at': '2026-04-02', 'tolld': '2026-04-03'", "/knowledge/tolld", null);
        refusesKnowledge(story, "'by': 'WORKFORCE', 'at': '2026-04-02', 'agentOfEntity': true", "/knowledge", null);
        story.conclude("{}").then().statusCode(422);
        story.conclude("{\"outcome\": \"PERHAPS\"}").then().statusCode(400);
        story.as("privacy-officer")
                .get("/assessments/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        story.as("privacy-officer").get("/assessments/seven").then().statusCode(404);
        story.as("privacy-officer").get("/log?year=12").then().statusCode(422);
        story.as("privacy-officer").get("/log").then().statusCode(422);
    }

    private static void refusesKnowledge(Story story, String entry, String field, String replaces) {
        String replaced = replaces == null ? "" : ", 'replaces': '" + replaces + "'";
        story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body(("{'knowledge': {" + entry + "}" + replaced + "}").replace('\'', '"'))
                .post(story.path("/knowledge"))
                .then()
                .statusCode(422)
                .body("code", equalTo("INVALID_FACTS"))
                .body("errors.field", hasItem(field));
    }

    @Test
    void givesTheLogAsCsvAndSpreadsheet() {
        Story story = Story.asked().breach();
        byte[] csv = story.as("auditor")
                .get("/log/breach-log.csv?year=2026")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(new String(csv, StandardCharsets.UTF_8))
                .startsWith("Incident,")
                .contains(story.incidentId.toString());
        byte[] sheet = story.as("auditor")
                .get("/log/breach-log.xlsx?year=2026")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(new String(sheet, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    }

    @Test
    void keepsWhatPeopleWroteSealed() {
        Story story = Story.asked();
        story.put(Story.COMPLETE.formatted("HIGH").replace("Diagnoses with names.", "Quillan Ashgrove, asthma"))
                .then()
                .statusCode(200)
                .body("worksheet.factors.NATURE_AND_EXTENT.support", equalTo("Quillan Ashgrove, asthma"));
        story.obligations().then().statusCode(200);
        assertThat(story.obligations().asString()).doesNotContain("Ashgrove");
    }
}
