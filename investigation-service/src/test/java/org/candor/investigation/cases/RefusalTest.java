package org.candor.investigation.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.investigation.cases.CaseDesk.PRIVACY;
import static org.candor.investigation.cases.CaseDesk.SECURITY;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.candor.events.ReportKind;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.junit.jupiter.api.Test;

/** What is refused, and that nothing is kept of it. */
@QuarkusTest
@OnRealPlatform
class RefusalTest {

    private record Endpoint(String method, String path, Object body) {}

    private static final Map<String, String> REASON = Map.of("reason", "Because");

    private static final List<Endpoint> ENDPOINTS = List.of(
            new Endpoint("GET", "", null),
            new Endpoint("POST", "/triage", CaseDesk.triage(true, false, false)),
            new Endpoint("POST", "/breach-assessment", REASON),
            new Endpoint("POST", "/safe-to-continue", Map.of("safe", true, "reason", "It is")),
            new Endpoint("POST", "/steps", CaseDesk.done("C-01", 0)),
            new Endpoint("POST", "/phases/FORMS/completion", null),
            new Endpoint("PUT", "/documentation", CaseDesk.documentation()),
            new Endpoint("POST", "/forms/4-I-A/signature", null),
            new Endpoint("GET", "/forms/4-I-A.pdf", null),
            new Endpoint("GET", "/forms/4-I-A", null),
            new Endpoint("GET", "/forms/4-I-A/lessons-learned.pdf", null),
            new Endpoint("PUT", "/follow-up", CaseDesk.followUp()),
            new Endpoint("POST", "/recommendations", Map.of("text", "Encrypt")),
            new Endpoint(
                    "POST",
                    "/recommendations/" + UUID.randomUUID() + "/decision",
                    Map.of("approved", true, "reason", "Good")),
            new Endpoint("POST", "/tasks", Map.of("text", "Do", "owner", "PRIVACY_OFFICER", "dueOn", "2099-01-01")),
            new Endpoint("POST", "/tasks/" + UUID.randomUUID() + "/completion", REASON),
            new Endpoint("POST", "/tasks/" + UUID.randomUUID() + "/cancellation", REASON),
            new Endpoint("POST", "/steps/" + UUID.randomUUID() + "/approval", REASON),
            new Endpoint("POST", "/updates", Map.of("informed", "PRIVACY_OFFICER", "text", "Told")),
            new Endpoint("POST", "/complaint-answer", CaseDesk.answer("2026-03-10")),
            new Endpoint("POST", "/complaint-answer/preview", CaseDesk.answer("2026-03-10")),
            new Endpoint("POST", "/complaint-extension", CaseDesk.extension("2026-04-30")),
            new Endpoint("GET", "/complaint-letters/" + UUID.randomUUID() + ".pdf", null),
            new Endpoint("GET", "/complaint-letters/" + UUID.randomUUID() + ".txt", null),
            new Endpoint("POST", "/closure", null),
            new Endpoint("POST", "/reopening", REASON),
            new Endpoint("GET", "/timeline", null),
            new Endpoint("GET", "/timeline.svg", null));

    @Test
    void aCaseOfAnotherEntityDoesNotExist() {
        CaseDesk desk = CaseDesk.reported(ReportKind.BREACH);
        String elsewhere =
                Tokens.subject("pat").roles(PRIVACY).entities("other-city").signed();
        given().auth().oauth2(elsewhere).get("/cases/" + desk.incident).then().statusCode(404);
        CaseDesk.as(PRIVACY).get("/cases/" + UUID.randomUUID()).then().statusCode(404);
        CaseDesk.as(PRIVACY)
                .get("/cases/17")
                .then()
                .statusCode(404)
                .contentType(startsWith("application/problem+json"));
    }

    /** Policy I.B.2.a.ii: two officers work together; the second learns that the first was there. */
    @Test
    void ofTwoOfficersOnTheSameVersionOneIsTold() {
        CaseDesk desk = CaseDesk.reported(ReportKind.SECURITY_INCIDENT).triaged(true, true, false);
        String etag = desk.etag();
        List<CompletableFuture<Integer>> both = Stream.of(PRIVACY, SECURITY)
                .map(role -> CompletableFuture.supplyAsync(
                        () -> desk.send("POST", role, "/steps", CaseDesk.done("C-01", 0), etag)
                                .extract()
                                .statusCode()))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 412);
        assertThat(Database.number("select count(*) from step_entry where incident_id = ?", desk.incident))
                .isEqualTo(1);
    }

    @Test
    void aChangeWithoutAVersionIsRefused() {
        CaseDesk desk = CaseDesk.reported(ReportKind.BREACH);
        CaseDesk.as(PRIVACY)
                .contentType("application/json")
                .body(CaseDesk.triage(true, false, false))
                .post("/cases/" + desk.incident + "/triage")
                .then()
                .statusCode(428)
                .body("code", equalTo("IF_MATCH_REQUIRED"));
    }

    @Test
    void aRepeatedCreateIsAnsweredWithTheFirstAnswer() {
        CaseDesk desk = CaseDesk.reported(ReportKind.SECURITY_INCIDENT).triaged(false, true, false);
        Map<String, Object> again = Map.of("text", "Encrypt exports");
        String one = recommend(desk, again).statusCode(201).extract().path("id");
        recommend(desk, again).statusCode(201).body("id", equalTo(one));
        recommend(desk, Map.of("text", "Something else"))
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        assertThat(Database.number("select count(*) from recommendation where incident_id = ?", desk.incident))
                .isEqualTo(1);
    }

    @Test
    void badStepsAreRefusedAndNothingIsKept() {
        CaseDesk desk = CaseDesk.reported(ReportKind.SECURITY_INCIDENT).triaged(false, true, false);
        String now = Instant.now().toString();
        String hourAgo = Instant.now().minusSeconds(3600).toString();
        String later = Instant.now().plusSeconds(3600).toString();

        step(desk, "C-01", now, hourAgo, "Found").statusCode(422).body("code", equalTo("END_BEFORE_START"));
        step(desk, "C-01", hourAgo, later, "Found").statusCode(422).body("code", equalTo("TIME_IN_THE_FUTURE"));
        step(desk, "Z-99", hourAgo, now, "Found").statusCode(422).body("code", equalTo("UNKNOWN_STEP"));
        step(desk, "E-01", hourAgo, now, "Found").statusCode(409).body("code", equalTo("STEP_OF_ANOTHER_PHASE"));
        step(desk, "C-08", hourAgo, now, "Cut")
                .statusCode(409)
                .body("code", equalTo("ORDER_RULE_BROKEN"))
                .body("missing", hasItem("order.volatile-data-before-freezing"));
        step(desk, "<script>", hourAgo, now, "Found")
                .statusCode(422)
                .body("code", equalTo("INVALID_FIELD"))
                .body("errors[0].field", equalTo("/step"));
        step(desk, "C-01", hourAgo, now, "bell \u0007").statusCode(422).body("errors[0].field", equalTo("/result"));
        step(desk, "C-01", hourAgo, now, "x".repeat(10_001)).statusCode(422);
        step(desk, "C-01", hourAgo, now, " ").statusCode(422);
        assertThat(Database.number("select count(*) from step_entry where incident_id = ?", desk.incident))
                .isZero();
    }

    @Test
    void badBodiesAreRefused() {
        CaseDesk desk = CaseDesk.reported(ReportKind.BREACH);
        raw(desk, "/triage", "{").statusCode(400).body("code", equalTo("UNREADABLE_BODY"));
        raw(desk, "/triage", "").statusCode(422);
        raw(desk, "/triage", "[]").statusCode(400);
        raw(desk, "/triage", "{\"privacy\":\"maybe\"}").statusCode(400).body("errors[0].field", equalTo("/privacy"));
        raw(desk, "/triage", "{\"privacy\":true}").statusCode(422).body("code", equalTo("INVALID_FIELD"));
        raw(desk, "/triage", "{\"colour\":\"red\"}").statusCode(400);
        raw(desk, "/triage", "[".repeat(200) + "]".repeat(200)).statusCode(400);
        raw(desk, "/triage", "{\"reason\":\"" + "x".repeat(200_000) + "\"}").statusCode(422);
        CaseDesk.as(PRIVACY)
                .header("If-Match", "*")
                .contentType("text/plain")
                .body("yes")
                .post("/cases/" + desk.incident + "/triage")
                .then()
                .statusCode(415);
        desk.post(PRIVACY, "/phases/PARTY/completion", null).statusCode(404);
        desk.post(PRIVACY, "/forms/4-I-C/signature", null).statusCode(404);
        desk.get(PRIVACY, "").body("summary.phase", equalTo("TRIAGE"));
    }

    @Test
    void aRefusalIsToldInSpanishToWhoAsksForIt() {
        CaseDesk desk = CaseDesk.reported(ReportKind.BREACH);
        CaseDesk.as(PRIVACY)
                .header("If-Match", "*")
                .header("Accept-Language", "es")
                .post("/cases/" + desk.incident + "/closure")
                .then()
                .statusCode(409)
                .body("title", startsWith("El caso no puede cerrarse"))
                .body("instance", notNullValue());
    }

    private static ValidatableResponse problem(Endpoint endpoint, String base, String token) {
        var request = token == null ? given() : given().auth().oauth2(token);
        if (endpoint.body != null) {
            request.contentType("application/json").body(endpoint.body);
        }
        return request.header("If-Match", "*")
                .request(endpoint.method, base + endpoint.path)
                .then();
    }

    private static ValidatableResponse step(CaseDesk desk, String step, String start, String end, String result) {
        return desk.post(
                SECURITY,
                "/steps",
                Map.of("step", step, "outcome", "DONE", "startedAt", start, "endedAt", end, "result", result));
    }

    private static ValidatableResponse recommend(CaseDesk desk, Map<String, Object> body) {
        return CaseDesk.as(SECURITY)
                .header("If-Match", "*")
                .header("Idempotency-Key", "r-" + desk.incident)
                .contentType("application/json")
                .body(body)
                .post("/cases/" + desk.incident + "/recommendations")
                .then();
    }

    private static ValidatableResponse raw(CaseDesk desk, String path, String body) {
        return CaseDesk.as(PRIVACY)
                .header("If-Match", "*")
                .contentType("application/json")
                .body(body)
                .post("/cases/" + desk.incident + path)
                .then();
    }
}
