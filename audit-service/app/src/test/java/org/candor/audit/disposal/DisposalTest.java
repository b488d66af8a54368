package org.candor.audit.disposal;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipFile;
import org.candor.audit.KeptFile;
import org.candor.audit.Story;
import org.candor.audit.TrailKeyFile;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.Envelope;
import org.candor.events.RetentionEvent.DisposalCompleted;
import org.candor.events.RetentionEvent.DisposalOrdered;
import org.candor.events.RetentionEvent.KeyDestroyed;
import org.candor.events.RetentionEvent.LegalHoldLifted;
import org.candor.events.RetentionEvent.LegalHoldPlaced;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** F-13, N-11: six years later, through HTTP and the broker. */
@QuarkusTest
@OnRealPlatform(service = "audit_later", separateOwner = true)
@WithTestResource(TrailKeyFile.class)
class DisposalTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant LAST_DAY = Instant.parse("2032-11-21T23:00:00Z");
    private static final Instant DAY_AFTER = Instant.parse("2032-11-22T01:00:00Z");

    @Inject
    MutableClock clock;

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void nothingGoesBeforeItsTimeNorBeforeItsCaseIsClosed() {
        Story open = Story.triaged();
        open.entries(4);
        order(open)
                .then()
                .statusCode(409)
                .body("code", equalTo("MAY_NOT_GO"))
                .body("missing", contains("NOT_CONCLUDED"));
        Story closed = closed();
        clock.set(LAST_DAY);
        order(closed).then().statusCode(409).body("missing", contains("STILL_TO_BE_KEPT"));
        clock.set(DAY_AFTER);
        order(closed).then().statusCode(201);
    }

    @Test
    void goesInEveryServiceWhenTwoPeopleSayAndItsProofsStay() {
        Story story = closed();
        String document = KeptFile.of(story, "What goes".getBytes(UTF_8))
                .keep()
                .then()
                .statusCode(201)
                .extract()
                .path("documentId");
        long index = story.integrated(8);
        clock.set(DAY_AFTER);
        Response ordered = order(story);
        ordered.then().statusCode(201).body("state", equalTo("ORDERED"));
        String path = "/disposals/" + ordered.path("disposalId");
        approve(path, ordered, "privacy-officer").then().statusCode(409).body("missing", contains("SAME_PERSON"));
        approve(path, ordered, "administrator").then().statusCode(200).body("state", equalTo("RUNNING"));
        approve(path, ordered, "administrator").then().statusCode(412);

        UUID disposal = UUID.fromString(ordered.path("disposalId"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> as("auditor").get(path).then().body("confirmed", contains("audit")));
        as("auditor")
                .get("/documents/" + document + "/content")
                .then()
                .statusCode(410)
                .body("code", equalTo("DISPOSED"));
        for (String service : List.of("intake", "investigation", "breach", "intake")) {
            confirm(story, disposal, service);
        }
        confirm(story, disposal, "notification");
        await().atMost(PATIENCE)
                .untilAsserted(() -> as("auditor").get(path).then().body("state", equalTo("COMPLETED")));
        as("auditor").get(path).then().body("backupsGoneOn", equalTo("2032-12-22"));

        try (TopicProbe probe = TopicProbe.on(Topic.RETENTION)) {
            DisposalOrdered told =
                    probe.await(DisposalOrdered.class, fact -> fact.disposalId().equals(disposal));
            assertThat(told.orderedBy()).isEqualTo("privacy-officer");
            assertThat(told.approvedBy()).isEqualTo("administrator");
            assertThat(told.reason()).startsWith("HIPAA-SIX-YEARS (45 CFR 164.316(b)(2)(i), 164.530(j)(2))");
            DisposalCompleted completed = probe.await(
                    DisposalCompleted.class, fact -> fact.disposalId().equals(disposal));
            assertThat(completed.completedOn()).isEqualTo("2032-11-22");
            probe.await(DeadlineMet.class, met -> met.incidentId().equals(story.incidentId()));
        }
        assertThat(story.entries(16))
                .extracting(entry -> entry.get("type"))
                .contains("org.candor.audit.disposal-ordered.v1", "org.candor.audit.disposal-completed.v1");
        as("auditor").get("/entries/" + index + "/inclusion").then().statusCode(200);
        order(story).then().statusCode(409).body("missing", hasItem("ORDERED_BEFORE"));
    }

    @Test
    void isRefusedOrTakenBackBeforeItRuns() {
        Story story = closed();
        clock.set(DAY_AFTER);
        Response ordered = order(story);
        String path = "/disposals/" + ordered.path("disposalId");
        as("administrator").post(path + "/refuse").then().statusCode(428);
        as("administrator")
                .header("If-Match", ordered.header("ETag"))
                .post(path + "/refuse")
                .then()
                .statusCode(200)
                .body("state", equalTo("REFUSED"));
        order(story).then().statusCode(201);
    }

    @Test
    void nothingUnderAHoldGoesAndTwoHoldsDoNotCancelEachOther() {
        Story story = closed();
        Response first = hold(Map.of("incidentId", story.incidentId()));
        Response second = hold(Map.of("incidentId", story.incidentId()));
        clock.set(DAY_AFTER);
        order(story).then().statusCode(409).body("missing", contains("ON_HOLD"));
        lift(first).then().statusCode(200);
        lift(first).then().statusCode(412);
        order(story).then().statusCode(409).body("missing", contains("ON_HOLD"));
        lift(second).then().statusCode(200);
        order(story).then().statusCode(201);
        try (TopicProbe probe = TopicProbe.on(Topic.RETENTION)) {
            probe.awaitRecords(
                    LegalHoldPlaced.class, placed -> story.incidentId().equals(placed.incidentId()), 2);
            probe.awaitRecords(
                    LegalHoldLifted.class, lifted -> story.incidentId().equals(lifted.incidentId()), 2);
            probe.await(DeadlineCancelled.class, cancelled -> story.incidentId().equals(cancelled.incidentId()));
            probe.awaitRecords(DeadlineSet.class, set -> story.incidentId().equals(set.incidentId()), 2);
        }
    }

    @Test
    void aHoldThatCameAfterTheOrderStopsTheApproval() {
        Story story = closed();
        clock.set(DAY_AFTER);
        Response ordered = order(story);
        hold(Map.of("incidentId", story.incidentId()));
        approve("/disposals/" + ordered.path("disposalId"), ordered, "administrator")
                .then()
                .statusCode(409)
                .body("missing", contains("ON_HOLD"));
    }

    @Test
    void aHoldOnAPeriodCoversEveryIncidentWithAnEventInIt() {
        Story story = closed();
        Response before = hold(period("2026-01-01", "2026-06-30"));
        clock.set(DAY_AFTER);
        Response ordered = order(story);
        ordered.then().statusCode(201);
        String today = LocalDate.now(java.time.ZoneOffset.UTC).toString();
        Response during = hold(period("2026-07-01", today));
        try {
            approve("/disposals/" + ordered.path("disposalId"), ordered, "administrator")
                    .then()
                    .statusCode(409)
                    .body("missing", contains("ON_HOLD"));
            as("auditor")
                    .get("/retention/" + story.incidentId())
                    .then()
                    .statusCode(200)
                    .body("holds", equalTo(1))
                    .body("keepThrough", equalTo("2032-11-21"))
                    .body("obstacles", contains("ON_HOLD"));
        } finally {
            lift(before).then().statusCode(200);
            lift(during).then().statusCode(200);
        }
    }

    @Test
    void aHoldAndAnApprovalAtTheSameMomentAreDecidedOneAfterTheOther() {
        for (int round = 0; round < 4; round++) {
            clock.reset();
            Story story = closed();
            clock.set(DAY_AFTER);
            Response ordered = order(story);
            String path = "/disposals/" + ordered.path("disposalId");
            CompletableFuture<Response> approval =
                    CompletableFuture.supplyAsync(() -> approve(path, ordered, "administrator"));
            CompletableFuture<Response> holding =
                    CompletableFuture.supplyAsync(() -> placing(Map.of("incidentId", story.incidentId())));
            List<Integer> statuses =
                    List.of(approval.join().statusCode(), holding.join().statusCode());
            assertThat(statuses).isIn(List.of(200, 409), List.of(409, 201));
        }
    }

    @Test
    void reportsWhatFallsDueInThreeForms() throws IOException {
        Story story = closed();
        hold(Map.of("incidentId", story.incidentId()));
        clock.set(Instant.parse("2031-12-01T12:00:00Z"));
        String id = story.incidentId().toString();
        assertThat(dueItems(""))
                .anySatisfy(item -> assertThat(item)
                        .containsEntry("incidentId", id)
                        .containsEntry("keepThrough", "2032-11-21")
                        .containsEntry("onHold", true));
        assertThat(dueItems("&until=2032-11-20")).noneMatch(item -> id.equals(item.get("incidentId")));
        assertThat(as("auditor").get("/retention/due.csv").asString())
                .startsWith("Incident,Legal entity,Kept through,Rule,On hold,Disposal")
                .contains(id);
        byte[] xlsx = as("auditor").get("/retention/due.xlsx").asByteArray();
        assertThat(sheet(xlsx)).contains(id);
        assertThat(given().auth()
                        .oauth2(Tokens.subject("auditor")
                                .roles("auditor")
                                .entities("clinic")
                                .signed())
                        .get("/retention/due.csv")
                        .asString())
                .doesNotContain(id);
    }

    @Test
    void aYearlyLogGoesOnlyWhenNothingInItIsDueLaterOrOnHold() {
        closed();
        int year = Instant.now().atZone(java.time.ZoneOffset.UTC).getYear();
        as("operator").get("/retention/logs/" + year).then().body("obstacles", hasItem("STILL_TO_BE_KEPT"));
        as("auditor")
                .get("/retention/logs/1999")
                .then()
                .statusCode(200)
                .body("keepThrough", equalTo("2005-12-31"))
                .body("obstacles", org.hamcrest.Matchers.empty());
        Response held = hold(period("1999-06-01", "1999-06-30"));
        try {
            as("auditor").get("/retention/logs/1999").then().body("obstacles", contains("ON_HOLD"));
        } finally {
            lift(held).then().statusCode(200);
        }
    }

    @Test
    void keepsWhyAHoldWasPlacedSealedAndAnswersARetryWithTheFirst() {
        Story story = closed();
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = new HashMap<>(Map.of("incidentId", story.incidentId()));
        Response first = placing(body, key);
        Response again = placing(body, key);
        assertThat(again.<String>path("holdId")).isEqualTo(first.path("holdId"));
        assertThat(first.<String>path("note")).isEqualTo("Suit of Ms Sunderland");
        for (String table : List.of("legal_hold", "outbox", "idempotent_answer", "trail.entry")) {
            assertThat(Database.rows("select t::text as row from " + table + " t")
                            .toString())
                    .doesNotContain("Sunderland");
        }
        placing(Map.of()).then().statusCode(422).body("code", equalTo("INCIDENT_OR_PERIOD"));
        placing(period("2027-01-02", "2027-01-01"))
                .then()
                .statusCode(422)
                .body("code", equalTo("PERIOD_IN_WRONG_ORDER"));
        placing(Map.of("incidentId", UUID.randomUUID())).then().statusCode(404);
    }

    @Test
    void doesNotExistForWhoIsRecused() {
        Story story = closed();
        String held = hold(Map.of("incidentId", story.incidentId())).path("holdId");
        Routing.open(story.incidentId(), Story.CITY)
                .recusing("recused")
                .version(2)
                .send();
        String incident = story.incidentId().toString();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> recused().get("/retention/" + incident).then().statusCode(404));
        recused().get("/holds/" + held).then().statusCode(404);
        recused()
                .contentType(ContentType.JSON)
                .body(Map.of("incidentId", incident))
                .post("/disposals")
                .then()
                .statusCode(404);
        for (String list : List.of("/holds?limit=200", "/disposals?limit=200", "/retention/due.csv?until=2040-01-01")) {
            assertThat(recused().get(list).then().statusCode(200).extract().asString())
                    .doesNotContain(incident);
        }
        assertThat(as("auditor").get("/retention/due.csv?until=2040-01-01").asString())
                .contains(incident);
    }

    private static RequestSpecification recused() {
        return given().auth().oauth2(Tokens.as("recused", "privacy-officer"));
    }

    private static List<Map<String, Object>> dueItems(String more) {
        return as("auditor").get("/retention/due?limit=200" + more).jsonPath().getList("items");
    }

    private static String sheet(byte[] xlsx) throws IOException {
        Path file = Files.write(Files.createTempFile("records-due", ".xlsx"), xlsx);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), UTF_8);
        } finally {
            Files.delete(file);
        }
    }

    /** Closed on 21 November 2026, and its date is known. */
    private static Story closed() {
        Story story = Story.triaged();
        story.closedOn(LocalDate.parse("2026-11-21"));
        story.entries(7);
        return story;
    }

    private static Response order(Story story) {
        return as("privacy-officer")
                .contentType(ContentType.JSON)
                .body(Map.of("incidentId", story.incidentId()))
                .post("/disposals");
    }

    private static Response approve(String path, Response ordered, String role) {
        return as(role).header("If-Match", ordered.header("ETag")).post(path + "/approve");
    }

    private static void confirm(Story story, UUID disposal, String service) {
        KeyDestroyed fact = new KeyDestroyed(disposal, story.incidentId(), service, true, 0, DAY_AFTER);
        Facts.send(
                Topic.RETENTION,
                fact,
                new Envelope(
                        UUID.randomUUID(),
                        Topic.RETENTION.typeOf(KeyDestroyed.class),
                        "/" + service,
                        fact.subject(),
                        DAY_AFTER,
                        Story.CITY,
                        false,
                        "",
                        Envelope.SYSTEM,
                        "",
                        1));
    }

    private static Map<String, Object> period(String from, String to) {
        return Map.of("entityId", Story.CITY, "from", from, "to", to);
    }

    private static Response hold(Map<String, Object> scope) {
        Response placed = placing(scope);
        placed.then().statusCode(201);
        return placed;
    }

    private static Response placing(Map<String, Object> scope) {
        return placing(scope, UUID.randomUUID().toString());
    }

    private static Response placing(Map<String, Object> scope, String retryKey) {
        Map<String, Object> body = new HashMap<>(scope);
        body.put("reason", "LITIGATION");
        body.put("note", "Suit of Ms Sunderland");
        return as("counsel")
                .header("Idempotency-Key", retryKey)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/holds");
    }

    private static Response lift(Response placed) {
        return as("counsel")
                .header("If-Match", placed.header("ETag"))
                .post("/holds/" + placed.path("holdId") + "/lift");
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role));
    }
}
