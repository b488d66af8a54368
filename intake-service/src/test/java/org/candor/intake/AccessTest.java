package org.candor.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.candor.intake.IntakeFixtures.json;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import java.util.UUID;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnRealPlatform
class AccessTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /reports, operator",
        "GET, /reports/019a0000-0000-7000-8000-000000000001, auditor",
        "GET, /reports/019a0000-0000-7000-8000-000000000001/messages, auditor",
        "POST, /reports/019a0000-0000-7000-8000-000000000001/messages, workforce",
        "GET, /reports/019a0000-0000-7000-8000-000000000001/contact, investigator",
        "GET, /reports/019a0000-0000-7000-8000-000000000001/files, auditor",
        "GET, /reports/019a0000-0000-7000-8000-000000000001/files/019a0000-0000-7000-8000-000000000002, workforce",
        "GET, /directory/entities, workforce",
        "GET, /directory/officers, investigator",
        "PUT, /directory/entities/larkspur-falls, privacy-officer",
        "PUT, /directory/officers/019a0000-0000-7000-8000-000000000002, security-officer",
        "GET, /directory/delegates, workforce",
        "POST, /directory/delegates, operator",
        "POST, /directory/delegates/019a0000-0000-7000-8000-000000000002/end, security-officer",
        "GET, /reports/counts, auditor",
        "GET, /reports/export, investigator",
        "POST, /reports/search, workforce",
        "GET, /reports/019a0000-0000-7000-8000-000000000001/versions, auditor",
        "GET, /reports/019a0000-0000-7000-8000-000000000001/duplicates, investigator",
        "PUT, /reports/019a0000-0000-7000-8000-000000000001/duplicates/019a0000-0000-7000-8000-000000000002, investigator",
        "POST, /reports/019a0000-0000-7000-8000-000000000001/corrections, investigator",
        "POST, /reports/019a0000-0000-7000-8000-000000000001/implicated, workforce",
        "GET, /reports/019a0000-0000-7000-8000-000000000001/check-ups, investigator",
        "POST, /reports/019a0000-0000-7000-8000-000000000001/check-ups/1/result, workforce",
        "GET, /check-ups, auditor",
        "GET, /attempted-access?entityId=larkspur-falls, workforce",
        "GET, /dead-letters, privacy-officer",
        "POST, /dead-letters/019a0000-0000-7000-8000-000000000003/replay, administrator"
    })
    void eachEndpointHasItsRoles(Method method, String path, String wrongRole) {
        given().contentType(ContentType.JSON)
                .body("{}")
                .request(method, path)
                .then()
                .statusCode(401);
        json(wrongRole).body("{}").request(method, path).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"supplements", "withdrawal"})
    void whatAReporterDoesLaterNeedsHisTokenAndHisReport(String what) {
        String path = "/reports/019a0000-0000-7000-8000-000000000001/" + what;
        given().contentType(ContentType.JSON).body("{}").post(path).then().statusCode(401);
        json("workforce").body(body(what)).post(path).then().statusCode(404);
    }

    private static String body(String what) {
        return what.equals("withdrawal") ? "{}" : "{\"text\": \"more\"}";
    }

    @Test
    void anImportNeedsATokenAndARole() {
        for (String type : new String[] {"text/csv", "application/x-ndjson"}) {
            var file = given().config(plain(type)).contentType(type).body("source,day,attempts\n".getBytes(US_ASCII));
            file.post("/attempted-access?entityId=larkspur-falls").then().statusCode(401);
            given().config(plain(type))
                    .contentType(type)
                    .body("source,day,attempts\n".getBytes(US_ASCII))
                    .auth()
                    .oauth2(Tokens.of("workforce"))
                    .post("/attempted-access?entityId=larkspur-falls")
                    .then()
                    .statusCode(403);
        }
    }

    private static RestAssuredConfig plain(String type) {
        return RestAssured.config()
                .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(type, ContentType.BINARY));
    }

    @Test
    void addingAFileHasItsRoles() {
        String path = "/reports/019a0000-0000-7000-8000-000000000001/files";
        given().multiPart("file", "page.txt", "text".getBytes(UTF_8))
                .post(path)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.of("workforce"))
                .multiPart("file", "page.txt", "text".getBytes(UTF_8))
                .post(path)
                .then()
                .statusCode(403);
    }

    @Test
    void tellsTheCallerWhoHeIs() {
        given().get("/me").then().statusCode(401);
        json("auditor")
                .get("/me")
                .then()
                .statusCode(200)
                .body("roles", hasItem("auditor"))
                .body("entities", hasItem("*"));
    }

    @Test
    void theFormNeedsNoTokenAndSpeaksTwoLanguages() {
        given().get("/form")
                .then()
                .statusCode(200)
                .body("kinds.size()", equalTo(7))
                .body("language", equalTo("en"));
        given().header("Accept-Language", "es")
                .get("/form")
                .then()
                .statusCode(200)
                .body("relations.find { it.code == 'VISITOR' }.label", equalTo("Soy visitante"));
    }

    @Test
    void answersUnknownPathsWithAProblem() {
        given().get("/nothing-here/" + UUID.randomUUID()).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void isReadyWhenTheDatabaseAnswers() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/metrics").then().statusCode(200);
        given().get("/q/openapi?format=json").then().statusCode(200).body("openapi", startsWith("3.1"));
    }
}
