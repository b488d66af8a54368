package org.candor.kit.web;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.kit.ledger.Calls.entry;
import static org.candor.kit.ledger.Calls.officer;
import static org.candor.kit.ledger.Calls.post;
import static org.candor.kit.ledger.Calls.rename;
import static org.candor.kit.ledger.Calls.with;
import static org.candor.kit.ledger.Calls.write;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.candor.events.CaseEvent.CaseOpened;
import org.candor.events.Topic;
import org.candor.kit.ledger.AtOnce;
import org.candor.kit.ledger.CapturedLog;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.candor.test.Seen;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnRealPlatform
class RestHabitsTest {

    private final UUID incident = UUID.randomUUID();

    @Test
    void aChangeNeedsTheTagOfTheLastReadAndAnswersTheNext() {
        UUID id = write(incident, "A narrative");
        String tag = officer().get("/entries/" + id + "/tag").asString();

        String next = rename(id, tag, "Second").then().statusCode(204).extract().header("ETag");
        assertThat(next).isNotEqualTo(tag).matches("\"\\d+\"");
        rename(id, tag, "Third").then().statusCode(412).body("code", equalTo("STALE_VERSION"));
        rename(id, next, "Third").then().statusCode(204);
        rename(id, "*", "Fourth").then().statusCode(204);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void aChangeWithoutATagIs428(String tag) {
        UUID id = write(incident, "A narrative");
        rename(id, tag, "Second").then().statusCode(428).body("code", equalTo("IF_MATCH_REQUIRED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "W/\"0\"", "\"99\"", "\"0", "garbage", "\"0\", \"1\" x"})
    void aTagThatIsNotTheVersionsIs412(String tag) {
        UUID id = write(incident, "A narrative");
        rename(id, tag, "Second").then().statusCode(412);
        assertThat(Database.rows("select title from ledger_entry where id = ?", id))
                .containsExactly(Map.of("title", "A title"));
    }

    static Stream<String> garbage() {
        return Stream.of(
                "x",
                "%%%",
                "!",
                encoded(" "),
                encoded("2026-01-01T00:00:00Z"),
                encoded("2026-01-01T00:00:00Z not-an-id"),
                encoded("yesterday " + UUID.randomUUID()),
                encoded("+1000000000-12-31T23:59:59Z " + UUID.randomUUID()),
                encoded("-1000000000-01-01T00:00:00Z " + UUID.randomUUID()),
                encoded("' or 1=1 --"),
                "A".repeat(2000));
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void aCursorThatNobodyGaveOutIs400(String cursor) {
        officer()
                .queryParam("cursor", cursor)
                .get("/entries")
                .then()
                .statusCode(400)
                .body("code", equalTo("UNREADABLE_PARAMETER"))
                .body("errors[0].field", equalTo("cursor"));
    }

    @Test
    void pagesTogetherShowEveryEntryOnceAndInOrder() {
        List<String> written = new ArrayList<>();
        String reader = Tokens.subject("pages")
                .roles("privacy-officer")
                .entities("pages-" + incident)
                .signed();
        for (int i = 0; i < 5; i++) {
            UUID one = UUID.randomUUID();
            written.add(write(one, "Narrative " + i).toString());
            Routing.open(one, "pages-" + incident).send();
        }
        await().until(() ->
                page(reader, null, 200).<List<String>>path("items.id").size() == 5);

        Response first = page(reader, null, 2);
        Response second = page(reader, first.path("next"), 2);
        Response third = page(reader, second.path("next"), 2);
        assertThat(third.<String>path("next")).isNull();
        assertThat(third.asString()).doesNotContain("next");
        assertThat(Stream.of(first, second, third).flatMap(page -> page.<List<String>>path("items.id").stream()))
                .isEqualTo(written);
        assertThat(page(reader, null, 5).<String>path("next")).isNull();
    }

    private static Response page(String token, String cursor, int limit) {
        var request = with(token).queryParam("limit", limit);
        return (cursor == null ? request : request.queryParam("cursor", cursor)).get("/entries");
    }

    @Test
    void aRetryIsAnsweredLikeTheFirstAndDoesNothing() {
        String first = keyed("retry-" + incident, "A narrative")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        String again = keyed("retry-" + incident, "A narrative")
                .then()
                .statusCode(201)
                .extract()
                .asString();

        assertThat(again).isEqualTo(first);
        assertThat(entries()).isEqualTo(1);
        assertThat(Database.rows(
                                "select answer, request_hash from idempotent_answer where request_key = ?",
                                "retry-" + incident)
                        .toString())
                .doesNotContain("narrative");
    }

    @Test
    void whatIsKeptOfARequestTellsNeitherWhoSentItNorWhetherTwoAreEqual() {
        keyed("one-" + incident, "A narrative").then().statusCode(201);
        keyed("two-" + incident, "A narrative").then().statusCode(201);
        List<Map<String, Object>> kept = Database.rows(
                "select caller, encode(request_hash, 'hex') as hash from idempotent_answer where request_key like ?",
                "%" + incident);
        assertThat(kept).hasSize(2).doesNotHaveDuplicates();
        assertThat(kept)
                .extracting(row -> row.get("caller"))
                .doesNotHaveDuplicates()
                .doesNotContain("privacy-officer");
        assertThat(kept).extracting(row -> row.get("hash")).doesNotHaveDuplicates();
    }

    @Test
    void anotherSpellingIsAnotherRequest() {
        keyed("spelling-" + incident, "A narrative").then().statusCode(201);
        keyed("spelling-" + incident, "a NARRATIVE").then().statusCode(422);
    }

    @Test
    void aKeyThatWasUsedForAnotherRequestIs422() {
        keyed("reused-" + incident, "A narrative").then().statusCode(201);
        keyed("reused-" + incident, "Another narrative")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void theSameKeyOfAnotherCallerIsAnotherKey() {
        keyed("shared-" + incident, "A narrative").then().statusCode(201);
        with(Tokens.as("robin", "privacy-officer"))
                .header("Idempotency-Key", "shared-" + incident)
                .contentType(ContentType.JSON)
                .body(entry(incident, "A narrative"))
                .post("/entries")
                .then()
                .statusCode(201);
        assertThat(entries()).isEqualTo(2);
    }

    @Test
    void manyAtOnceWithOneKeyHaveOneEffectAndOneAnswer() {
        List<CompletableFuture<Response>> all = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> keyed("at-once-" + incident, "A narrative"), AtOnce.THREADS))
                .toList();

        assertThat(all.stream().map(CompletableFuture::join))
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        assertThat(all.stream()
                        .map(CompletableFuture::join)
                        .map(Response::asString)
                        .distinct())
                .hasSize(1);
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void aKeyWhoseRequestFailedIsFreeAgain() {
        officer()
                .queryParam("thenFail", true)
                .header("Idempotency-Key", "failed-" + incident)
                .contentType(ContentType.JSON)
                .body(entry(incident, "A narrative"))
                .post("/entries")
                .then()
                .statusCode(409);
        keyed("failed-" + incident, "Another narrative").then().statusCode(201);
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void aKeyThatIsTooLongIs400() {
        keyed("k".repeat(129), "A narrative").then().statusCode(400).body("code", equalTo("UNREADABLE_PARAMETER"));
        assertThat(entries()).isZero();
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("plain", "A title", 201),
                Arguments.of("one character", "x", 201),
                Arguments.of("as long as allowed", "x".repeat(40), 201),
                Arguments.of("too long", "x".repeat(41), 422),
                Arguments.of("emoji count once each", "\uD83D\uDE91".repeat(40), 201),
                Arguments.of("a family of emoji", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", 201),
                Arguments.of("an emoji younger than the JDK", new String(Character.toChars(0x1FAFF)), 201),
                Arguments.of("right to left", "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627", 201),
                Arguments.of("combining marks", "Zoe\u0308", 201),
                Arguments.of("line breaks and tabs", "a\r\n\tb", 201),
                Arguments.of("empty", "", 422),
                Arguments.of("blank", " \t\n", 422),
                Arguments.of("zero", "a\u0000b", 422),
                Arguments.of("bell", "a\u0007b", 422),
                Arguments.of("escape", "a\u001B[31mb", 422),
                Arguments.of("delete", "a\u007Fb", 422),
                Arguments.of("C1 control", "a\u0085b", 422),
                Arguments.of("a noncharacter", "a\uFFFEb", 422));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void textIsCleanOrRefused(String what, String text, int status) {
        Map<String, Object> titled = entry(incident, "A narrative");
        titled.put("title", text);
        post(titled).then().statusCode(status);
        if (!text.contains("x")) {
            post(entry(incident, text)).then().statusCode(status);
        }
        if (status == 201) {
            assertThat(Database.rows("select title from ledger_entry where incident_id = ?", incident))
                    .contains(Map.of("title", text));
        } else {
            assertThat(entries()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\uD83D", "\\uDE91", "\\uDE91\\uD83D", "a\\uD83Db"})
    void aLoneSurrogateIsRefused(String escaped) {
        officer()
                .contentType(ContentType.JSON)
                .body("{\"incidentId\":\"%s\",\"title\":\"%s\",\"narrative\":\"fine\"}".formatted(incident, escaped))
                .post("/entries")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("/title"));
    }

    @Test
    void personalTextNeverShowsInALog() {
        try (CapturedLog log = CapturedLog.open()) {
            write(incident, "Canary-4711 told me");
            assertThat(log.text())
                    .contains("writing EntryRequest[")
                    .contains("narrative=[redacted]")
                    .doesNotContain("Canary-4711");
        }
        assertThat(new PersonalText("Canary-4711")).hasToString("[redacted]");
    }

    @Test
    void theCorrelationIdComesInStandsInTheLogAndGoesOutWithAnswersAndFacts() {
        String id = "request-" + incident;
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        try (CapturedLog log = CapturedLog.open()) {
            officer()
                    .header("X-Correlation-Id", id)
                    .header("traceparent", trace)
                    .contentType(ContentType.JSON)
                    .body(entry(incident, "A narrative"))
                    .post("/entries")
                    .then()
                    .statusCode(201)
                    .header("X-Correlation-Id", id);
            assertThat(log.text()).contains("[" + id + "] writing");
        }
        try (TopicProbe probe = TopicProbe.on(Topic.CASE)) {
            Seen seen = probe.awaitRecord(
                    CaseOpened.class, fact -> fact.incidentId().equals(incident));
            assertThat(seen.attribute("correlationid")).isEqualTo(id);
            assertThat(seen.attribute("traceparent")).isEqualTo(trace);
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"short", "with space", "<script>alert(1)</script>"})
    void anIdThatIsNoneIsReplaced(String id) {
        var request = id == null ? officer() : officer().header("X-Correlation-Id", id);
        String used = request.get("/faults/correlation")
                .then()
                .statusCode(200)
                .header("X-Correlation-Id", matchesPattern("[0-9a-f-]{36}"))
                .extract()
                .asString();
        assertThat(used)
                .matches("[0-9a-f-]{36}")
                .isNotEqualTo(given().get("/faults/correlation").asString());
    }

    @Test
    void takesNoIdFromWhoeverShowsNoToken() {
        String id = "request-" + incident;
        officer()
                .header("X-Correlation-Id", id)
                .get("/faults/correlation")
                .then()
                .header("X-Correlation-Id", id);
        given().header("X-Correlation-Id", id)
                .get("/faults/correlation")
                .then()
                .statusCode(200)
                .header("X-Correlation-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void everyAnswerCarriesACorrelationIdAndIsNotCached() {
        for (String path : List.of("/faults/correlation", "/faults/declared", "/faults/unexpected", "/nothing")) {
            given().get(path)
                    .then()
                    .header("X-Correlation-Id", matchesPattern("[0-9a-f-]{36}"))
                    .header("Cache-Control", "no-store")
                    .header("X-Content-Type-Options", "nosniff");
        }
    }

    private Response keyed(String key, String narrative) {
        return officer()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(entry(incident, narrative))
                .post("/entries");
    }

    private long entries() {
        return Database.number("select count(*) from ledger_entry where incident_id = ?", incident);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
