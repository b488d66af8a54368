package org.candor.kit.ledger;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.candor.test.Tokens;

/** Requests to the ledger as its callers make them. */
public final class Calls {

    public static final String ENTITY = "larkspur-falls";

    private Calls() {}

    public static RequestSpecification as(String role) {
        return with(Tokens.of(role));
    }

    public static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }

    public static RequestSpecification officer() {
        return as("privacy-officer");
    }

    public static Map<String, Object> entry(UUID incidentId, String narrative) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("incidentId", incidentId);
        body.put("title", "A title");
        body.put("narrative", narrative);
        return body;
    }

    public static Response post(Object body) {
        return officer().contentType(ContentType.JSON).body(body).post("/entries");
    }

    /** Waits as long as a busy machine may need; what is asked for comes at once on an idle one. */
    public static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }

    /** Writes an entry and answers its id. */
    public static UUID write(UUID incidentId, String narrative) {
        return UUID.fromString(post(entry(incidentId, narrative))
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** Publishes that many facts of one key, numbered from {@code from}. */
    public static Response publish(UUID incidentId, int from, int count, boolean thenFail) {
        return officer()
                .queryParam("incident", incidentId)
                .queryParam("from", from)
                .queryParam("count", count)
                .queryParam("thenFail", thenFail)
                .post("/entries/facts");
    }

    public static Response rename(UUID id, String ifMatch, String title) {
        RequestSpecification request = officer().contentType(ContentType.JSON).body(Map.of("title", title));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/entries/" + id + "/title");
    }
}
