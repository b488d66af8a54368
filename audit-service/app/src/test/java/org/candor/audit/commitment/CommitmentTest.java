package org.candor.audit.commitment;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.candor.audit.TrailKeyFile;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.ProgrammeEvent.CommitmentSigned;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** over HTTP. Each test has a legal entity of its own. */
@QuarkusTest
@OnRealPlatform(service = "audit_later", separateOwner = true)
@WithTestResource(TrailKeyFile.class)
class CommitmentTest {

    private static final int PEOPLE = 10_000;
    private static final String WORDING = "I have read the policies, understand them, and will keep them.";

    @Inject
    MutableClock clock;

    private final String entity = "village-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void inDecember() {
        clock.set(Instant.parse("2026-12-01T15:00:00Z"));
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void asksEverybodyAndKnowsWhoIsMissing() {
        write(false).then().statusCode(201).body("number", equalTo(1)).body("sha256", notNullValue());
        String clerk = add("clerk", "EMPLOYEE").path("memberId");
        String helper = add("helper", "VOLUNTEER").path("memberId");
        missing().then().body("items.memberId", contains(clerk, helper));
        sign("clerk", 1)
                .then()
                .statusCode(200)
                .body("missing", equalTo(false))
                .body("signedNumber", equalTo(1))
                .body("signedOn", equalTo("2026-12-01"));
        sign("clerk", 1).then().statusCode(200);
        sign("stranger", 1).then().statusCode(404);
        missing().then().body("items.memberId", contains(helper));
        try (TopicProbe probe = TopicProbe.on(Topic.PROGRAMME)) {
            CommitmentSigned signed = probe.await(
                    CommitmentSigned.class, fact -> fact.memberId().toString().equals(clerk));
            assertThat(signed.signedOn()).isEqualTo(LocalDate.parse("2026-12-01"));
            assertThat(signed.onPaper()).isFalse();
            DeadlineSet set = probe.await(DeadlineSet.class, this::isOurs);
            assertThat(set.kind()).isEqualTo("COMMITMENT");
            assertThat(set.dueOn()).isEqualTo(LocalDate.parse("2026-12-31"));
            assertThat(set.title()).isEqualTo("Have the commitment to privacy and security signed, Front desk");
            assertThat(probe.records())
                    .filteredOn(seen -> seen.fact() instanceof CommitmentSigned again
                            && again.memberId().toString().equals(clerk))
                    .hasSize(1);
            List<UUID> asked = probe.awaitRecords(DeadlineSet.class, this::isOurs, 2).stream()
                    .map(seen -> ((DeadlineSet) seen.fact()).deadlineId())
                    .toList();
            probe.await(DeadlineMet.class, met -> asked.contains(met.deadlineId()));
        }
    }

    @Test
    void asksAgainOnlyWhereTheNewWordingDoes() {
        write(false);
        add("clerk", "MANAGER");
        sign("clerk", 1).then().statusCode(200);
        write(false);
        missing().then().body("items", empty());
        write(true).then().body("number", equalTo(3));
        missing().then().body("items.person", contains("clerk"));
        sign("clerk", 1).then().statusCode(409).body("code", equalTo("NEWER_WORDING"));
        sign("clerk", 3).then().statusCode(200).body("signedNumber", equalTo(3));
        missing().then().body("items", empty());
        as("privacy-officer")
                .get("/programme/commitments/texts?entityId=" + entity)
                .then()
                .body("items.number", contains(3, 2, 1))
                .body("items[0].wording", equalTo(WORDING));
    }

    @Test
    void keepsAPaperOfWhoeverHasNoToken() {
        Response trainee = add("T-17", "TRAINEE");
        String path = "/programme/members/" + trainee.path("memberId");
        byte[] scan = ("Signed by hand " + entity).getBytes(UTF_8);
        paper(path, scan, 1, "2026-12-01").then().statusCode(409).body("code", equalTo("NO_WORDING"));
        write(false);
        missing().then().body("items", hasSize(1));
        paper(path, scan, 2, "2026-12-01").then().statusCode(409).body("code", equalTo("NEWER_WORDING"));
        paper(path, scan, 1, "2026-12-02").then().statusCode(422).body("code", equalTo("DONE_ON_IMPOSSIBLE"));
        paper(path, scan, 1, "2026-11-30").then().statusCode(200).body("missing", equalTo(false));
        String dutyId = as("auditor")
                .get("/programme/duties?state=DONE&person=T-17&limit=200")
                .then()
                .extract()
                .jsonPath()
                .getString("items.find { it.entityId == '" + entity + "' }.dutyId");
        as("auditor")
                .get("/programme/duties/" + dutyId)
                .then()
                .body("rounds[0].evidence", equalTo("SIGNED_PAPER"))
                .body("rounds[0].sha256", notNullValue())
                .body("files", hasSize(1));
    }

    @Test
    void asksNothingOfWhoeverLeftAndRemembersWhoWasReminded() {
        write(false);
        Response clerk = add("clerk", "EMPLOYEE");
        String path = "/programme/members/" + clerk.path("memberId");
        bearer(Tokens.subject("m").roles("manager").department("Front desk").signed())
                .post(path + "/reminders")
                .then()
                .statusCode(200)
                .body("remindedAt", equalTo("2026-12-01T15:00:00Z"));
        bearer(Tokens.subject("m").roles("manager").department("Another").signed())
                .post(path + "/reminders")
                .then()
                .statusCode(404);
        leave(clerk)
                .then()
                .statusCode(200)
                .body("leftOn", equalTo("2026-12-01"))
                .body("retainUntil", equalTo("2032-12-01"));
        missing().then().body("items", empty());
        as("auditor").get(path).then().statusCode(200).header("ETag", "\"1\"").body("person", equalTo("clerk"));
        bearer(Tokens.as("helper", "workforce")).get(path).then().statusCode(404);
        sign("clerk", 1).then().statusCode(404);
        try (TopicProbe probe = TopicProbe.on(Topic.PROGRAMME)) {
            DeadlineSet set = probe.await(DeadlineSet.class, this::isOurs);
            probe.await(
                    DeadlineCancelled.class, cancelled -> cancelled.deadlineId().equals(set.deadlineId()));
        }
    }

    @Test
    void importsAListWithADryRunAndShowsEverybodyOnlyHimself() {
        write(false);
        String rows = "person,standing,department,joinedOn\n"
                + "a-1,EMPLOYEE,Front desk,2026-11-02\n"
                + "a-2,VOLUNTEER,,2026-12-15\n"
                + "a-1,EMPLOYEE,Front desk,2026-11-02\n"
                + "a 3,EMPLOYEE,,2026-11-02\n"
                + "a-4,GUEST,,2026-11-02\n";
        for (boolean dryRun : new boolean[] {true, false}) {
            importing(rows, dryRun)
                    .then()
                    .statusCode(200)
                    .body("created", equalTo(2))
                    .body("unchanged", equalTo(1))
                    .body("refused", equalTo(2))
                    .body("rows[3].column", equalTo("person"));
            missing().then().body("items", hasSize(dryRun ? 0 : 2));
        }
        bearer(Tokens.subject("a-1").roles("workforce").entities(entity).signed())
                .get("/programme/members")
                .then()
                .body("items.person", contains("a-1"));
        bearer(Tokens.subject("a-1").roles("workforce").entities(entity).signed())
                .get("/programme/duties")
                .then()
                .body("items.kind", hasItem("COMMITMENT"))
                .body("items.person", not(hasItem("a-2")));
    }

    @Test
    void importsTenThousandPeopleAtOnce() {
        write(false);
        StringBuilder rows = new StringBuilder("person,standing,department,joinedOn\n");
        IntStream.range(0, PEOPLE)
                .forEach(number -> rows.append("p-%05d,EMPLOYEE,Ward %d,2026-11-02%n".formatted(number, number % 50)));
        Instant before = Instant.now();
        importing(rows.toString(), false).then().statusCode(200).body("created", equalTo(PEOPLE));
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(30));
        assertThat(asked()).isEqualTo(PEOPLE);
        missing().then().body("items", hasSize(50)).body("next", equalTo(entity + " p-00049"));
    }

    /** A wording and people at the same time: whoever signs nothing has the duty to, whichever came first. */
    @Test
    void nobodyIsForgottenWhoComesWhileAWordingIsWritten() throws Exception {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 12; round++) {
                String person = "late-" + round;
                Future<Response> written = two.submit(() -> write(true));
                Future<Response> added = two.submit(() -> add(person, "EMPLOYEE"));
                written.get().then().statusCode(201);
                added.get();
                Future<Response> again = two.submit(() -> write(true));
                int newest = 2 * round + 1;
                Future<Response> signed = two.submit(() -> sign(person, newest));
                again.get().then().statusCode(201);
                signed.get();
            }
        }
        assertThat(asked())
                .isEqualTo(Database.number("select count(*) from programme.member where entity_id = ?", entity))
                .isEqualTo(12);
    }

    /** Else the wording would ask one who has left, and nobody would end that duty. */
    @Test
    void whoLeavesWaitsForAWordingThatIsBeingWritten() throws Exception {
        Response clerk = add("clerk", "EMPLOYEE");
        try (ExecutorService one = Executors.newSingleThreadExecutor();
                Connection writing = Database.connect();
                Statement statement = writing.createStatement()) {
            writing.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtextextended('candor.commitment/" + entity + "', 0))");
            Future<Response> left = one.submit(() -> leave(clerk));
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            Database.number("select count(*) from pg_locks where locktype = 'advisory' and not granted"
                                            + " and mode = 'ShareLock'")
                                    == 1);
            statement.execute("select 1 from programme.member where entity_id = '" + entity + "' for update nowait");
            writing.rollback();
            left.get().then().statusCode(200).body("leftOn", equalTo("2026-12-01"));
        }
        write(true).then().statusCode(201);
        assertThat(asked()).isZero();
    }

    private long asked() {
        return Database.number(
                "select count(*) from programme.duty where entity_id = ? and kind = 'COMMITMENT' and state = 'OPEN'",
                entity);
    }

    private boolean isOurs(DeadlineSet set) {
        return set.entityId().equals(entity);
    }

    private Response write(boolean asksAgain) {
        return as("privacy-officer")
                .contentType(ContentType.JSON)
                .body(Map.of("entityId", entity, "wording", WORDING, "asksAgain", asksAgain))
                .post("/programme/commitments/texts");
    }

    private Response add(String person, String standing) {
        Response added = as("privacy-officer")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "entityId", entity,
                        "person", person,
                        "standing", standing,
                        "department", "Front desk",
                        "joinedOn", "2026-11-02"))
                .post("/programme/members");
        added.then().statusCode(201);
        return added;
    }

    private static Response leave(Response member) {
        return as("administrator")
                .header("If-Match", member.header("ETag"))
                .contentType(ContentType.JSON)
                .body(Map.of("leftOn", "2026-12-01"))
                .post("/programme/members/" + member.path("memberId") + "/leave");
    }

    private Response sign(String person, int number) {
        return bearer(Tokens.as(person, "workforce"))
                .contentType(ContentType.JSON)
                .body(Map.of("entityId", entity, "number", number, "agreed", true))
                .post("/programme/commitments");
    }

    private static Response paper(String path, byte[] scan, int number, String signedOn) {
        return as("privacy-officer")
                .multiPart("file", "scan.pdf", scan, "application/pdf")
                .multiPart("number", number)
                .multiPart("signedOn", signedOn)
                .post(path + "/signature");
    }

    private Response missing() {
        return bearer(Tokens.subject("auditor")
                        .roles("auditor")
                        .entities(entity)
                        .signed())
                .get("/programme/members?missing=true");
    }

    private Response importing(String rows, boolean dryRun) {
        return as("administrator")
                .contentType("text/csv")
                .body(rows)
                .post("/programme/members-import?entityId=" + entity + "&dryRun=" + dryRun);
    }

    private static RequestSpecification as(String role) {
        return bearer(Tokens.of(role));
    }

    private static RequestSpecification bearer(String token) {
        return given().auth().oauth2(token);
    }
}
