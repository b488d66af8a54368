package org.candor.kit.errors;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.kit.ledger.Calls.entry;
import static org.candor.kit.ledger.Calls.officer;
import static org.candor.kit.ledger.Calls.post;
import static org.candor.kit.ledger.Calls.write;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.candor.kit.ledger.AtOnce;
import org.candor.kit.ledger.CapturedLog;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@OnRealPlatform
class ErrorsTest {

    private static final String CANARY = "Canary-4711";
    private static final String STILL_OPEN = "(the connection was left open)";

    @TestHTTPResource
    URI root;

    private final UUID incident = UUID.randomUUID();

    @ParameterizedTest
    @EnumSource
    void eachProblemHasItsStatusAndItsWordsInEnglishAndSpanish(CommonProblem problem) {
        String path = "/faults/problems/" + problem;
        ValidatableResponse english = given().get(path).then();
        isProblem(english, problem)
                .body("title", equalTo(problem.english()))
                .body(
                        "type",
                        equalTo("urn:candor:problem:"
                                + problem.name().toLowerCase().replace('_', '-')))
                .body("status", equalTo(problem.status()))
                .body("errors.field", equalTo(List.of("/narrative")))
                .body("missing", equalTo(List.of("OPEN_ACTIONS")));
        isProblem(
                        given().header("Accept-Language", "es-US,es;q=0.9,en;q=0.5")
                                .get(path)
                                .then(),
                        problem)
                .body("title", equalTo(problem.spanish()));
        isProblem(
                        given().header("Accept-Language", "not a language;;")
                                .get(path)
                                .then(),
                        problem)
                .body("title", equalTo(problem.english()));
        assertThat(problem.english()).isNotEqualTo(problem.spanish());
    }

    static Stream<String> unreadableBodies() {
        return Stream.of(
                "",
                "{",
                "null x",
                "[]",
                "\"" + CANARY + "\"",
                "{\"title\": \"" + CANARY + "\"",
                "{\"title\": 4711}",
                "{\"title\": true}",
                "{\"title\": [\"" + CANARY + "\"]}",
                "{\"title\": {\"" + CANARY + "\": 1}}",
                "{\"" + CANARY + "\": 1}",
                "{\"title\": \"ok\"} trailing",
                "{\"title\": \"line\nbreak\"}",
                "{\"title\": " + "[".repeat(200) + "]".repeat(200) + "}",
                "{\"unknown\": " + "{\"a\":".repeat(200) + "1" + "}".repeat(200) + "}",
                "{\"title\": \"" + "x".repeat(300_000) + "\"}");
    }

    @ParameterizedTest
    @MethodSource("unreadableBodies")
    void whatIsNotJsonOfTheFormIs400AndNothingOfItIsGivenBack(String body) {
        ValidatableResponse answer = given().contentType(ContentType.JSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/faults/json")
                .then();
        if (body.isEmpty()) {
            assertThat(answer.extract().statusCode()).isIn(200, 400, 204);
            return;
        }
        echoesNothing(isProblem(answer, CommonProblem.UNREADABLE_BODY));
    }

    @ParameterizedTest
    @CsvSource({
        "kind, \"FAX\"",
        "kind, 0",
        "kind, \"\"",
        "incidentId, \"Canary-4711\"",
        "incidentId, 4711",
        "pages, \"12\"",
        "pages, 505.9",
        "pages, 99999999999999999999",
        "day, \"Canary-4711\"",
        "day, \"2026-02-30\"",
        "lines, {}",
        "narrative, 4711"
    })
    void aFieldOfAnotherTypeIs400WithItsName(String field, String value) {
        String body = "{\"title\":\"A title\",\"%s\":%s}".formatted(field, value);
        echoesNothing(isProblem(officerPosts(body), CommonProblem.UNREADABLE_BODY)
                .body("errors[0].field", equalTo("/" + field)));
    }

    @Test
    void theNameOfAnUnknownFieldIsNotGivenBackWhenItLooksLikeAValue() {
        String answer = isProblem(officerPosts("{\"123-45-6789\": 1}"), CommonProblem.UNREADABLE_BODY)
                .body("errors[0].field", equalTo("/?"))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("6789");
    }

    @Test
    void everyFieldThatBreaksARuleOfTheFormIsNamed() {
        Map<String, Object> body = entry(incident, " ");
        body.put("title", CANARY.repeat(10));
        body.put("pages", 4711);
        body.put("lines", List.of(Map.of("text", "fine"), Map.of("text", CANARY + "\u0000")));
        body.put("tags", List.of("fine", CANARY.repeat(3)));
        body.remove("incidentId");

        echoesNothing(isProblem(post(body).then(), CommonProblem.INVALID_FIELD)
                .body(
                        "errors.field",
                        equalTo(List.of("/incidentId", "/lines/1/text", "/narrative", "/pages", "/tags/1", "/title"))));
        assertThat(Database.number("select count(*) from ledger_entry where incident_id = ?", incident))
                .isZero();
    }

    @Test
    void aParameterThatBreaksARuleIsNamedToo() {
        isProblem(officer().queryParam("limit", 4711).get("/entries").then(), CommonProblem.INVALID_FIELD)
                .body("errors.field", equalTo(List.of("limit")));
    }

    @Test
    void aParameterOfAnotherFormIs400InTheQueryAndInHeadersAnd404InThePath() {
        echoesNothing(isProblem(
                given().queryParam("number", CANARY).get("/faults/query").then(), CommonProblem.UNREADABLE_PARAMETER));
        echoesNothing(isProblem(
                given().header("X-Number", CANARY).get("/faults/header").then(), CommonProblem.UNREADABLE_PARAMETER));
        echoesNothing(isProblem(officer().get("/entries/" + CANARY).then(), CommonProblem.NOT_FOUND));
        echoesNothing(isProblem(officer().get("/" + CANARY).then(), CommonProblem.NOT_FOUND));
    }

    @Test
    void methodMediaTypeAndContentTypeThatAreNotOfferedHaveTheirOwnStatus() {
        isProblem(officer().delete("/entries").then(), CommonProblem.METHOD_NOT_ALLOWED);
        isProblem(officer().accept("image/png").get("/entries").then(), CommonProblem.NOT_ACCEPTABLE);
        isProblem(
                officer().contentType("text/plain").body("{}").post("/entries").then(),
                CommonProblem.WRONG_CONTENT_TYPE);
        isProblem(
                officer()
                        .contentType("application/xml")
                        .body("<a/>")
                        .post("/entries")
                        .then(),
                CommonProblem.WRONG_CONTENT_TYPE);
    }

    @Test
    void aBodyOverTheLimitIs413WhetherItsLengthIsDeclaredOrNot() throws Exception {
        String head = "POST " + root.getPath().replaceAll("/$", "") + "/entries HTTP/1.1\r\nHost: x\r\n"
                + "Authorization: Bearer " + Tokens.of("privacy-officer") + "\r\n"
                + "Content-Type: application/json\r\n";
        assertThat(raw(head + "Content-Length: 10000000\r\n\r\n"))
                .startsWith("HTTP/1.1 413")
                .contains("application/problem+json", "BODY_TOO_LARGE")
                .doesNotContain(STILL_OPEN);
        String chunk = "20000\r\n" + " ".repeat(0x20000) + "\r\n";
        assertThat(raw(head + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(16) + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 413")
                .contains("application/problem+json", "BODY_TOO_LARGE")
                .doesNotContain(STILL_OPEN);
        // Short ones arrive whole, though somebody has read them before the resource does.
        String entry = "{}";
        assertThat(raw(head + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n" + entry + "\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 4")
                .contains("application/problem+json")
                .doesNotContain("BODY_TOO_LARGE", "UNREADABLE_BODY");
    }

    @Test
    void whatNobodyExpectedIs500WithAnIdThatStandsInTheLogAndNothingElse() {
        try (CapturedLog log = CapturedLog.open()) {
            String instance = echoesNothing(isProblem(
                            given().queryParam("text", CANARY)
                                    .get("/faults/unexpected")
                                    .then(),
                            CommonProblem.INTERNAL))
                    .body("errors", equalTo(null))
                    .extract()
                    .path("instance");
            assertThat(log.text())
                    .contains(instance.replace("urn:uuid:", ""))
                    .contains("java.lang.IllegalArgumentException <- java.lang.IllegalStateException")
                    .contains("at org.candor.kit.ledger.FaultResource")
                    .doesNotContain(CANARY);
        }
    }

    @Test
    void anAnswerThatCannotBeWrittenIsOurFault() {
        try (CapturedLog log = CapturedLog.open()) {
            echoesNothing(isProblem(
                    given().queryParam("text", CANARY).get("/faults/unwritable").then(), CommonProblem.INTERNAL));
            assertThat(log.text()).doesNotContain(CANARY);
        }
    }

    @Test
    void ofTwoWhoHaveReadTheSameVersionOneIsToldThatHeWasOvertaken() throws Exception {
        UUID id = write(incident, "A narrative");
        try (Connection connection = Database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(4711)");
            List<CompletableFuture<Integer>> both = Stream.of("One", "Two")
                    .map(title -> CompletableFuture.supplyAsync(() -> renameSlowly(id, title), AtOnce.THREADS))
                    .toList();
            Awaitility.await()
                    .until(() -> Database.number(
                                    "select count(*) from pg_locks where locktype = 'advisory' and not granted and objid = 4711")
                            == 2);
            statement.execute("select pg_advisory_unlock(4711)");

            assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(204, 409);
        }
    }

    private static int renameSlowly(UUID id, String title) {
        var answer = officer()
                .contentType(ContentType.JSON)
                .body(Map.of("title", title))
                .put("/entries/" + id + "/title/slowly");
        if (answer.statusCode() != 204) {
            isProblem(answer.then(), CommonProblem.CONFLICT);
        }
        return answer.statusCode();
    }

    private static ValidatableResponse officerPosts(String json) {
        return officer()
                .contentType(ContentType.JSON)
                .body(json)
                .post("/entries")
                .then();
    }

    private static ValidatableResponse isProblem(ValidatableResponse answer, CommonProblem problem) {
        return answer.statusCode(problem.status())
                .contentType("application/problem+json")
                .body("code", equalTo(problem.name()))
                .body("instance", startsWith("urn:uuid:"));
    }

    private static ValidatableResponse echoesNothing(ValidatableResponse answer) {
        assertThat(answer.extract().asString())
                .doesNotContain(CANARY, "4711", "FAX", "505.9", "2026-02-30", "Exception", "org.candor", "jackson");
        return answer;
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(20_000);
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> read(socket), AtOnce.THREADS);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(request.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            } catch (java.io.IOException theServerHasHeardEnough) {
                // Its answer counts.
            }
            return answer.join();
        }
    }

    private static String read(Socket socket) {
        StringBuilder text = new StringBuilder();
        try {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[4096];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                text.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
        } catch (java.net.SocketTimeoutException open) {
            text.append(STILL_OPEN);
        } catch (java.io.IOException reset) {
            // What came before the reset counts.
        }
        return text.toString();
    }
}
