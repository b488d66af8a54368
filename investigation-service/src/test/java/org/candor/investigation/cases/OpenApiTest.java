package org.candor.investigation.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.Test;

/** The description of the REST surface that clients are generated from. */
@QuarkusTest
@OnRealPlatform
class OpenApiTest {

    @Test
    void describesEveryOperationAndGivesExamples() {
        JsonPath api = given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(api.getString("openapi")).startsWith("3.1");
        List<Map<String, Object>> operations = api.getList("paths.values()*.values().flatten()");
        assertThat(operations).hasSizeGreaterThan(20).allSatisfy(operation -> {
            assertThat(operation).containsKeys("operationId", "summary");
            assertThat(operation.get("security")).isNotNull();
        });
        for (String request :
                List.of("TriageRequest", "StepRequest", "SafetyRequest", "Documentation", "FollowUp", "TaskRequest")) {
            assertThat(api.getList("components.schemas." + request + ".properties.values().examples.findAll { it }"))
                    .as(request)
                    .isNotEmpty();
        }
        assertThat(
                        api.getString(
                                "paths.'/investigation/cases/{incidentId}/triage'.post.responses.'200'.content.'application/json'.schema"))
                .contains("CaseChange");
    }
}
