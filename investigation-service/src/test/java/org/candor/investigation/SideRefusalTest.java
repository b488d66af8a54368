package org.candor.investigation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.candor.test.Tokens;
import org.junit.jupiter.api.Test;

/** Every endpoint beside the case asks for a token and a role, and is closed to the recused. */
@QuarkusTest
@OnRealPlatform
class SideRefusalTest {

    private record Endpoint(String method, String path, Object body) {}

    private static final String ID = UUID.randomUUID().toString();
    private static final Map<String, Object> DRAFT = Map.of("agency", "FBI", "subject", "Attack", "text", "See below");
    private static final Map<String, Object> MEASURE = Map.of("measure", "WARNING", "reason", "So");

    private static final List<Endpoint> OF_A_CASE = List.of(
            new Endpoint("GET", "/timeline.csv", null),
            new Endpoint("GET", "/case-file.pdf", null),
            new Endpoint("GET", "/cyber", null),
            new Endpoint(
                    "POST",
                    "/cyber/order",
                    Map.of(
                            "part",
                            "MITIGATION",
                            "outcome",
                            "DONE",
                            "completedAt",
                            "2026-03-10T15:00:00Z",
                            "words",
                            "So")),
            new Endpoint("POST", "/cyber/decisions", Map.of("kind", "INDICATORS", "answer", false, "reason", "So")),
            new Endpoint("POST", "/cyber/identifiers", Map.of("names", List.of(), "numbers", List.of())),
            new Endpoint(
                    "POST",
                    "/cyber/identifiers/removal",
                    Map.of("identifiers", Map.of("names", List.of(), "numbers", List.of()), "reason", "So")),
            new Endpoint("POST", "/cyber/drafts", DRAFT),
            new Endpoint("PUT", "/cyber/drafts/" + ID, DRAFT),
            new Endpoint(
                    "POST", "/cyber/drafts/" + ID + "/override", Map.of("ground", "SERIOUS_THREAT", "reason", "So")),
            new Endpoint("POST", "/cyber/drafts/" + ID + "/signature", null),
            new Endpoint(
                    "POST",
                    "/cyber/drafts/" + ID + "/sending",
                    Map.of("sentAt", "2026-03-10T15:00:00Z", "reference", "1")),
            new Endpoint("POST", "/cyber/drafts/" + ID + "/withdrawal", null),
            new Endpoint("GET", "/cyber/drafts/" + ID + ".pdf", null),
            new Endpoint("GET", "/cyber/drafts/" + ID + "/stix", null),
            new Endpoint("GET", "/sanctions", null),
            new Endpoint("POST", "/sanctions", Map.of("readers", List.of("a"))),
            new Endpoint("PUT", "/sanctions/readers", Map.of("readers", List.of("a"))),
            new Endpoint(
                    "POST",
                    "/sanctions/persons",
                    Map.of("relation", "WORKFORCE", "conduct", "RETALIATION", "intent", "KNOWING", "name", "R")),
            new Endpoint(
                    "POST",
                    "/sanctions/notes",
                    Map.of("kind", "NOTE", "happenedAt", "2026-03-10T15:00:00Z", "text", "So")),
            new Endpoint(
                    "POST",
                    "/sanctions/persons/" + ID + "/statement",
                    Map.of("how", "GIVEN", "at", "2026-03-10T15:00:00Z", "text", "So")),
            new Endpoint(
                    "POST",
                    "/sanctions/persons/" + ID + "/protection-check",
                    Map.of("whistleBlower", false, "crimeVictim", false, "complaint", false, "reason", "So")),
            new Endpoint("POST", "/sanctions/persons/" + ID + "/proposal", MEASURE),
            new Endpoint("POST", "/sanctions/persons/" + ID + "/ruling", MEASURE),
            new Endpoint("POST", "/sanctions/conclusion", Map.of()),
            new Endpoint("GET", "/insider-team", null),
            new Endpoint("PUT", "/insider-team", Map.of("members", List.of("a"), "reason", "So")),
            new Endpoint("POST", "/insider-team/lifting", Map.of("reason", "So")),
            new Endpoint("GET", "/assignments", null),
            new Endpoint("POST", "/assignments", Map.of("person", "a", "area", "LEGAL")),
            new Endpoint("POST", "/assignments/" + ID + "/release", null),
            new Endpoint("GET", "/mitigation", null),
            new Endpoint("GET", "/mitigation/history", null),
            new Endpoint("PUT", "/mitigation", Map.of("harm", "NOT_KNOWN", "training", "NEEDED")),
            new Endpoint(
                    "POST",
                    "/mitigation/requests",
                    Map.of("businessAssociate", "L", "text", "So", "dueOn", "2099-01-01")),
            new Endpoint(
                    "POST", "/mitigation/requests/" + ID + "/reply", Map.of("repliedOn", "2026-03-10", "text", "So")),
            new Endpoint("POST", "/mitigation/requests/" + ID + "/withdrawal", Map.of("reason", "So")));

    /** Policy I.B.1.c: for the recused the incident does not exist, whatever he asks for. */
    @Test
    void forTheRecusedNothingBesideTheCaseExists() {
        UUID incident = UUID.randomUUID();
        String pat = "pat-" + incident;
        Desk.reported(incident, Routing.open(incident, Desk.ENTITY).recusing(pat), false);
        String token = Tokens.as(pat, "privacy-officer", "administrator");
        OF_A_CASE.forEach(endpoint -> call(
                        new Endpoint(endpoint.method, "/cases/" + incident + endpoint.path, endpoint.body), token)
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND")));
    }

    private static ValidatableResponse call(Endpoint endpoint, String token) {
        var request = token == null ? given() : given().auth().oauth2(token);
        if (endpoint.body != null) {
            request.contentType("application/json").body(endpoint.body);
        }
        return request.header("If-Match", "*")
                .request(endpoint.method, endpoint.path)
                .then();
    }
}
