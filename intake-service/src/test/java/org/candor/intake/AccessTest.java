package org.candor.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.intake.IntakeFixtures.json;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.candor.test.Management;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnRealPlatform
class AccessTest {

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
        Management.get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        Management.get("/q/metrics").then().statusCode(200);
        given().get("/q/openapi?format=json").then().statusCode(200).body("openapi", startsWith("3.1"));
    }

    /** Addresses end up in logs. */
    @Test
    void asksForAReceiptInBodiesOnly() throws JsonProcessingException {
        List<String> parameters = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString()).findValues("parameters").stream()
                        .flatMap(JsonNode::valueStream)
                        .map(parameter -> parameter.path("name").asText().toLowerCase(Locale.ROOT))
                        .toList();
        assertThat(parameters).contains("incidentid").noneMatch(name -> name.contains("receipt"));
    }
}
