package org.candor.intake.mailbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.intake.IntakeFixtures.json;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.candor.events.AccessEvent.AccessRecorded;
import org.candor.events.ReportEvent.OfficerMessageSent;
import org.candor.events.ReportEvent.ReportSubmitted;
import org.candor.events.ReportEvent.ReportWithdrawn;
import org.candor.events.ReportEvent.ReporterMessageReceived;
import org.candor.events.Topic;
import org.candor.intake.IntakeFixtures;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Seen;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealPlatform
class MailboxTest {

    private static final String CANARY = "Thistlewood Pomfrey";

    @ConfigProperty(name = "candor.receipts.answer-slot")
    Duration slot;

    @BeforeEach
    void directory() {
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
    }

    @Test
    void aConversationRunsBothWaysWithoutAName() {
        NamelessReporter reporter = NamelessReporter.reports();
        String question = officerAsks(reporter, "On which floor was it?");

        reporter.asks("/receipts/mailbox")
                .statusCode(200)
                .body("state", equalTo("RECEIVED"))
                .body("messages", hasSize(1))
                .body("messages[0].sender", equalTo("OFFICER"))
                .body("messages[0].kind", equalTo("QUESTION"))
                .body("messages[0].text", equalTo("On which floor was it?"))
                .body("messages[0].writtenBy", nullValue());
        reporter.says("/receipts/messages", Map.of("answers", question, "text", "On the second."))
                .statusCode(201)
                .body("messageId", notNullValue());

        json("privacy-officer")
                .get("/reports/" + reporter.incidentId() + "/messages")
                .then()
                .statusCode(200)
                .body("items.kind", equalTo(List.of("QUESTION", "ANSWER")))
                .body("items[0].writtenBy", equalTo("security-officer"))
                .body("items[1].answers", equalTo(question))
                .body("items[1].text", equalTo("On the second."))
                .body("items[1].writtenBy", nullValue());
    }

    @Test
    void tellsTheOthersThatSomebodyWroteButNotWhat() {
        NamelessReporter reporter = NamelessReporter.reports();
        officerAsks(reporter, "Did " + CANARY + " see it?");
        reporter.says("/receipts/messages", Map.of("text", CANARY + " did.")).statusCode(201);

        try (TopicProbe reports = TopicProbe.on(Topic.REPORT)) {
            assertThat(reports.await(
                                    OfficerMessageSent.class,
                                    e -> e.incidentId().equals(reporter.incidentId()))
                            .question())
                    .isTrue();
            assertThat(reports.await(
                                    ReporterMessageReceived.class,
                                    e -> e.incidentId().equals(reporter.incidentId()))
                            .kind())
                    .isEqualTo("MESSAGE");
            assertThat(reports.records().toString()).doesNotContain(CANARY);
        }
        assertThat(Database.rows("select encode(body, 'escape') as body from mailbox_message")
                        .toString())
                .doesNotContain(CANARY);
    }

    @Test
    void recordsThatAnOfficerReadAndNeverThatTheReporterDid() {
        NamelessReporter reporter = NamelessReporter.reports();
        reporter.asks("/receipts/mailbox").statusCode(200);
        json("privacy-officer")
                .get("/reports/" + reporter.incidentId() + "/messages")
                .then()
                .statusCode(200);

        try (TopicProbe accesses = TopicProbe.on(Topic.ACCESS)) {
            accesses.await(
                    AccessRecorded.class,
                    a -> a.action().equals("read-mailbox")
                            && a.incidentIds().equals(List.of(reporter.incidentId()))
                            && a.actor().equals("privacy-officer"));
            accesses.never(
                    AccessRecorded.class,
                    a -> a.incidentIds().contains(reporter.incidentId())
                            && !a.actor().equals("privacy-officer"),
                    Duration.ofMillis(300));
        }
    }

    @Test
    void keepsNothingOfTheReporterButWhatHeWrote() {
        NamelessReporter reporter = NamelessReporter.reports();
        String key = UUID.randomUUID().toString();
        Map<String, String> message = Map.of("receipt", reporter.receipt(), "text", "I happen to be signed in.");
        given().contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.of("workforce"))
                .body(message)
                .header("Idempotency-Key", key)
                .post("/receipts/messages")
                .then()
                .statusCode(201);

        assertThat(Database.rows("select written_by from mailbox_message where incident_id = ?", reporter.incidentId()))
                .containsExactly(Map.of("written_by", ""));
        // The same without a token is a retry: who sent it was not looked at.
        written(message, key);
        assertThat(Database.number("select count(*) from mailbox_message where incident_id = ?", reporter.incidentId()))
                .isEqualTo(1);
    }

    @Test
    void noIdOfTheSendersOwnGoesOutWithWhatANamelessReporterSays() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        Map<String, String> ids = Map.of("X-Correlation-Id", "the-desk-of-" + UUID.randomUUID(), "traceparent", trace);
        String own = ids.get("X-Correlation-Id");
        JsonPath report = given().headers(ids)
                .contentType(ContentType.JSON)
                .body(IntakeFixtures.misdirectedSpreadsheet())
                .post("/reports")
                .then()
                .statusCode(201)
                .header("X-Correlation-Id", not(own))
                .extract()
                .jsonPath();
        given().headers(ids)
                .auth()
                .oauth2(Tokens.of("workforce"))
                .contentType(ContentType.JSON)
                .body(Map.of("receipt", report.getString("receipt"), "text", "I happen to be signed in."))
                .post("/receipts/messages")
                .then()
                .statusCode(201)
                .header("X-Correlation-Id", not(own));

        UUID incidentId = report.getUUID("incidentId");
        try (TopicProbe reports = TopicProbe.on(Topic.REPORT)) {
            List<Seen> seen = List.of(
                    reports.awaitRecord(
                            ReportSubmitted.class, e -> e.incidentId().equals(incidentId)),
                    reports.awaitRecord(
                            ReporterMessageReceived.class, e -> e.incidentId().equals(incidentId)));
            assertThat(seen).allSatisfy(record -> {
                assertThat(record.attribute("correlationid")).matches("[0-9a-f-]{36}");
                assertThat(record.attribute("traceparent")).isNullOrEmpty();
            });
        }
    }

    @Test
    void aRetryOfAMessageIsStoredOnce() {
        NamelessReporter reporter = NamelessReporter.reports();
        Map<String, String> message = Map.of("receipt", reporter.receipt(), "text", "Once is enough.");
        String key = UUID.randomUUID().toString();
        String first = written(message, key);
        assertThat(written(message, key)).isEqualTo(first);
        reporter.asks("/receipts/mailbox").body("messages", hasSize(1));
    }

    @Test
    void refusesToAnswerAQuestionOfAnotherMailbox() {
        NamelessReporter other = NamelessReporter.reports();
        String question = officerAsks(other, "Where?");
        NamelessReporter.reports()
                .says("/receipts/messages", Map.of("answers", question, "text", "Here."))
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_QUESTION"));
    }

    @Test
    void aWithdrawalIsRecordedOnceAndDeletesNothing() {
        NamelessReporter reporter = NamelessReporter.reports();
        reporter.says("/receipts/withdrawal", Map.of("reason", "I was mistaken."))
                .statusCode(201);
        reporter.asks("/receipts/withdrawal").statusCode(409).body("code", equalTo("WITHDRAWN_ALREADY"));

        reporter.asks("/receipts/mailbox").body("withdrawn", equalTo(true));
        json("privacy-officer")
                .get("/reports/" + reporter.incidentId())
                .then()
                .statusCode(200)
                .body("narrative", equalTo(reporter.narrative()));
        try (TopicProbe reports = TopicProbe.on(Topic.REPORT)) {
            reports.await(ReportWithdrawn.class, e -> e.incidentId().equals(reporter.incidentId()));
        }
    }

    @Test
    void ofWithdrawalsAtTheSameTimeOneIsRecordedAndTheOthersAreToldSo() {
        NamelessReporter reporter = NamelessReporter.reports();
        List<CompletableFuture<Integer>> all = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> reporter.asks("/receipts/withdrawal").extract().statusCode()))
                .toList();
        assertThat(all.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 409, 409, 409);
    }

    @Test
    void whoIsImplicatedSeesNoMailbox() {
        NamelessReporter reporter =
                NamelessReporter.reports(Map.of("implicated", List.of("privacy-officer@larkspurfalls.example")));
        String path = "/reports/" + reporter.incidentId();
        reporter.says("/receipts/messages", Map.of("text", "Please keep it from him."))
                .statusCode(201);

        json("privacy-officer").get(path + "/messages").then().statusCode(404);
        json("privacy-officer").get(path + "/contact").then().statusCode(404);
        json("privacy-officer")
                .body(Map.of("text", "Who are you?"))
                .post(path + "/messages")
                .then()
                .statusCode(404);
        json("security-officer").get(path + "/messages").then().statusCode(200).body("items", hasSize(1));
    }

    @Test
    void aWrongReceiptOpensNothing() {
        for (String path : List.of("/status", "/mailbox", "/withdrawal")) {
            NamelessReporter.post("/receipts" + path, Map.of("receipt", "7K3M-92QX-0VTA-HJ5N"))
                    .statusCode(404)
                    .body("code", equalTo("UNKNOWN_RECEIPT"));
        }
        NamelessReporter.post("/receipts/messages", Map.of("receipt", "7K3M-92QX-0VTA-HJ5N", "text", "Hello?"))
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_RECEIPT"));
    }

    /** Never too early: both kinds of answers wait for the end of a slot that is longer than the work. */
    @Test
    void rightAndWrongReceiptsWaitForTheEndOfTheSameSlot() {
        NamelessReporter reporter = NamelessReporter.reports();
        for (int i = 0; i < 5; i++) {
            assertThat(millisOf(Map.of("receipt", reporter.receipt()))).isGreaterThanOrEqualTo(slot.toMillis());
            assertThat(millisOf(Map.of("receipt", "7K3M-92QX-0VTA-HJ5N"))).isGreaterThanOrEqualTo(slot.toMillis());
            assertThat(millisOf(Map.of("receipt", "none"))).isGreaterThanOrEqualTo(slot.toMillis());
        }
    }

    private static long millisOf(Map<String, String> body) {
        long begun = System.nanoTime();
        NamelessReporter.post("/receipts/status", body);
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    private static String written(Map<String, String> message, String key) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(message)
                .post("/receipts/messages")
                .then()
                .statusCode(201)
                .extract()
                .path("messageId");
    }

    private static String officerAsks(NamelessReporter reporter, String text) {
        return json("security-officer")
                .body(Map.of("question", true, "text", text))
                .post("/reports/" + reporter.incidentId() + "/messages")
                .then()
                .statusCode(201)
                .extract()
                .path("messageId");
    }
}
