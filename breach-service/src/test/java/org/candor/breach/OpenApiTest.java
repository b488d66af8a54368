package org.candor.breach;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stranger can work with the REST surface from its description alone. */
@QuarkusTest
@OnRealPlatform
class OpenApiTest {

    private JsonNode api;
    private final List<String> absent = new ArrayList<>();

    @BeforeEach
    void read() throws JsonProcessingException {
        api = new ObjectMapper().readTree(given().get("/q/openapi?format=json").asString());
    }

    @Test
    void describesEveryOperationItsParametersItsBodyAndItsRefusals() {
        int operations = 0;
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                operations++;
                check(operation.getKey() + " " + path.getKey(), operation.getValue());
            }
        }
        assertThat(operations).isGreaterThan(45);
        assertThat(absent).isEmpty();
    }

    private void check(String name, JsonNode operation) {
        require(operation.hasNonNull("operationId"), name + " operationId");
        require(operation.hasNonNull("summary"), name + " summary");
        operation
                .path("parameters")
                .forEach(parameter -> require(
                        parameter.hasNonNull("description"),
                        name + " parameter " + parameter.path("name").asText()));
        if (operation.has("requestBody")) {
            require(hasExample(operation.at("/requestBody/content/application~1json")), name + " example");
            expect(name, operation, "422");
        }
        List<String> parameters = names(operation).toList();
        if (name.contains("{")) {
            expect(name, operation, "404");
        }
        if (parameters.contains("If-Match")) {
            expect(name, operation, "412");
            expect(name, operation, "428");
        }
        expect(name, operation, "401");
        operation
                .path("responses")
                .properties()
                .forEach(response -> require(
                        !response.getValue().path("description").asText().isBlank(), name + " " + response.getKey()));
    }

    private static Stream<String> names(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .map(parameter -> parameter.path("name").asText());
    }

    private boolean hasExample(JsonNode content) {
        JsonNode schema = content.path("schema");
        JsonNode named =
                schema.has("$ref") ? api.at(schema.path("$ref").asText().substring(1)) : schema;
        return content.has("examples") || content.has("example") || named.has("examples");
    }

    private void expect(String name, JsonNode operation, String status) {
        require(operation.path("responses").has(status), name + " " + status);
    }

    private void require(boolean there, String what) {
        if (!there) {
            absent.add(what);
        }
    }
}
