package org.candor.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.kit.inbox.InboxTest.effects;
import static org.candor.kit.inbox.InboxTest.submitted;
import static org.candor.kit.ledger.Calls.ENTITY;
import static org.candor.kit.ledger.Calls.as;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.candor.events.AccessEvent.AccessRecorded;
import org.candor.events.CaseEvent.CaseReopened;
import org.candor.events.Envelope;
import org.candor.events.ReportEvent.ReportRouted;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnRealPlatform
class ReplayTest {

    private final UUID incident = UUID.randomUUID();

    @Test
    void anOperatorReplaysADeadLetterWhenTheCauseIsGoneAndTheReplayIsRecorded() {
        Database.execute("insert into ledger_fault values (?)", incident);
        Envelope envelope = Facts.send(Topic.REPORT, submitted(incident, "MAY_FAIL"), ENTITY);
        UUID letter = deadLetter();

        replay(letter).then().statusCode(200).body("applied", equalTo(false));
        assertThat(effects(incident)).isEmpty();
        Database.execute("delete from ledger_fault where incident_id = ?", incident);
        as("operator")
                .header("X-Correlation-Id", "replay-of-a-dead-letter")
                .post("/dead-letters/" + letter + "/replay")
                .then()
                .statusCode(200)
                .header("X-Correlation-Id", "replay-of-a-dead-letter")
                .body("applied", equalTo(true));

        assertThat(effects(incident)).containsExactly("submitted");
        assertThat(Database.rows("select replayed_by from dead_letter where id = ?", letter))
                .containsExactly(Map.of("replayed_by", "operator"));
        replay(letter).then().statusCode(404);
        assertThat(listed()).doesNotContain(letter.toString());
        theReplaysAreOnTheAccessTopic(letter);
        try (TopicProbe probe = TopicProbe.on(Topic.CASE)) {
            assertThat(probe.awaitRecord(
                                    CaseReopened.class,
                                    fact -> fact.incidentId().equals(incident))
                            .attribute("correlationid"))
                    .isEqualTo(envelope.correlationId());
        }
    }

    private static void theReplaysAreOnTheAccessTopic(UUID letter) {
        try (TopicProbe probe = TopicProbe.on(Topic.ACCESS)) {
            List<AccessRecorded> replays =
                    probe
                            .awaitRecords(
                                    AccessRecorded.class, fact -> fact.filter().equals("id=" + letter), 3)
                            .stream()
                            .map(seen -> (AccessRecorded) seen.fact())
                            .toList();
            assertThat(replays).allSatisfy(access -> {
                assertThat(access.service()).isEqualTo("ledger");
                assertThat(access.actor()).isEqualTo("operator");
                assertThat(access.roles()).contains("operator");
                assertThat(access.action()).isEqualTo("replay-dead-letter");
            });
        }
    }

    @Test
    void aRecordThatNobodyCanReadStaysADeadLetter() {
        Facts.sendRaw(Topic.REPORT, incident.toString(), "{".getBytes(UTF_8), Map.of());
        UUID letter = deadLetter();

        replay(letter).then().statusCode(200).body("applied", equalTo(false));
        assertThat(listed()).contains(letter.toString());
    }

    @Test
    void aReplayWhosePreconditionHasNotComeWaitsAndSaysSo() {
        Database.execute(
                "insert into ledger_effect (event_id, incident_id, what, correlation_id) values (?, ?, 'assessed', '')",
                UUID.randomUUID(),
                incident);
        Facts.send(Topic.REPORT, new ReportRouted(incident, ENTITY, List.of(), "THROWS"), ENTITY);
        UUID letter = deadLetter();
        Database.execute("delete from ledger_effect where incident_id = ?", incident);

        replay(letter).then().statusCode(200).body("applied", equalTo(false)).body("result", equalTo("WAITING"));

        assertThat(listed()).doesNotContain(letter.toString());
        assertThat(Database.number(
                        "select count(*) from inbox where subject = ? and applied_at is null", incident.toString()))
                .isEqualTo(1);
        Database.execute("delete from inbox where subject = ?", incident.toString());
    }

    @Test
    void theListHasPages() {
        UUID other = UUID.randomUUID();
        for (UUID key : List.of(incident, other)) {
            Facts.sendRaw(Topic.REPORT, key.toString(), "{".getBytes(UTF_8), Map.of());
        }
        UUID letter = deadLetter();
        Set<String> seen = new HashSet<>();
        String next = "";
        do {
            var page = as("operator")
                    .queryParam("limit", 1)
                    .get("/dead-letters" + next)
                    .then()
                    .statusCode(200)
                    .extract();
            assertThat(page.<List<String>>path("items.id")).hasSize(1).allMatch(seen::add);
            next = page.path("next") == null ? "" : "?cursor=" + page.path("next");
        } while (!next.isEmpty());
        assertThat(seen).contains(letter.toString()).hasSizeGreaterThan(1);
    }

    @Test
    void anUnknownDeadLetterIsNotFound() {
        replay(UUID.randomUUID()).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        as("operator").post("/dead-letters/not-an-id/replay").then().statusCode(404);
    }

    @Test
    void withoutATokenNobodySeesOrReplays() {
        RestAssured.given().get("/dead-letters").then().statusCode(401);
        RestAssured.given()
                .post("/dead-letters/" + UUID.randomUUID() + "/replay")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workforce",
                "business-associate",
                "manager",
                "investigator",
                "privacy-officer",
                "security-officer",
                "administrator",
                "counsel",
                "auditor",
                "service"
            })
    void noOtherRoleSeesOrReplays(String role) {
        as(role).get("/dead-letters").then().statusCode(403).body("code", equalTo("FORBIDDEN"));
        as(role).post("/dead-letters/" + UUID.randomUUID() + "/replay").then().statusCode(403);
    }

    private static io.restassured.response.Response replay(UUID letter) {
        return as("operator").post("/dead-letters/" + letter + "/replay");
    }

    private static String listed() {
        return as("operator").queryParam("limit", 200).get("/dead-letters").asString();
    }

    private UUID deadLetter() {
        String query = "select id from dead_letter where record_key = ?";
        await().atMost(Duration.ofSeconds(40))
                .until(() -> !Database.rows(query, incident.toString()).isEmpty());
        return (UUID) Database.rows(query, incident.toString()).getFirst().get("id");
    }
}
