package org.candor.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.kit.ledger.Calls.ENTITY;
import static org.candor.kit.ledger.Calls.as;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.awaitility.core.ConditionFactory;
import org.candor.events.AssessmentEvent.AssessmentOpened;
import org.candor.events.CaseEvent.CaseReopened;
import org.candor.events.Envelope;
import org.candor.events.Event;
import org.candor.events.ReportEvent.ReportRouted;
import org.candor.events.ReportEvent.ReportSubmitted;
import org.candor.events.Topic;
import org.candor.kit.ledger.CapturedLog;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.candor.test.Seen;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnRealPlatform
class InboxTest {

    private final UUID incident = UUID.randomUUID();

    @AfterEach
    void restore() {
        Database.restore();
    }

    @Test
    void theSameEventTwiceHasOneEffect() {
        ReportSubmitted fact = submitted(incident, "WORKFORCE");
        Envelope envelope = Facts.send(Topic.REPORT, fact, ENTITY);
        Facts.send(Topic.REPORT, fact, envelope);
        afterwardsANewFactIsApplied();

        assertThat(effects(incident)).containsExactly("submitted");
        try (TopicProbe probe = TopicProbe.on(Topic.CASE)) {
            probe.await(CaseReopened.class, told -> told.incidentId().equals(incident));
            assertThat(probe.records())
                    .filteredOn(seen -> incident.toString().equals(seen.key()))
                    .hasSize(1);
        }
    }

    @Test
    void anotherEventWithTheSameDataIsAnotherFact() {
        Facts.send(Topic.REPORT, submitted(incident, "WORKFORCE"), ENTITY);
        Facts.send(Topic.REPORT, submitted(incident, "WORKFORCE"), ENTITY);

        eventually().untilAsserted(() -> assertThat(effects(incident)).containsExactly("submitted", "submitted"));
    }

    @Test
    void aRecordWithoutHeadersStopsNobody() {
        poison(headers -> Map.of(), "{}".getBytes(UTF_8));

        assertThat(reasonOf(incident)).isEqualTo("NO_CLOUD_EVENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_time", "ce_sequence", "ce_type", "ce_subject", "ce_source"})
    void aRecordWithAMalformedAttributeStopsNobody(String name) {
        poison(
                headers -> {
                    headers.put(name, name.matches("ce_(type|subject|source)") ? "" : "not one");
                    return headers;
                },
                "{}".getBytes(UTF_8));

        assertThat(reasonOf(incident)).isEqualTo("NO_CLOUD_EVENT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "null", "[]", "\"text\"", "{\"incidentId\": 5}", "{\"kind\": \"NEW_KIND\"}", "\u0000"})
    void aRecordWithUnreadableDataStopsNobody(String data) {
        poison(headers -> headers, data.getBytes(UTF_8));

        assertThat(reasonOf(incident)).isEqualTo("UNREADABLE_DATA");
    }

    @Test
    void aRecordOfAnUnknownTypeStopsNobody() {
        poison(
                headers -> {
                    headers.put("ce_type", "org.candor.intake.report-withdrawn.v7");
                    return headers;
                },
                "{}".getBytes(UTF_8));

        assertThat(reasonOf(incident)).isEqualTo("UNKNOWN_TYPE");
    }

    @Test
    void aRecordWithoutDataIsADeadLetterAndOnACompactedTopicATombstone() {
        Facts.sendRaw(Topic.ROUTING, incident.toString(), null, Map.of());
        poison(headers -> headers, null);

        assertThat(Database.rows("select topic, reason from dead_letter where record_key = ?", incident.toString()))
                .containsExactly(Map.of("topic", Topic.REPORT.topicName(), "reason", "UNREADABLE_DATA"));
    }

    @Test
    void aKeyThatNoDatabaseCanKeepStopsNobody() {
        Facts.sendRaw(Topic.REPORT, incident + "\u0000", "{}".getBytes(UTF_8), Map.of());
        afterwardsANewFactIsApplied();

        assertThat(reasonOf(incident + "\uFFFD")).isEqualTo("NO_CLOUD_EVENT");
    }

    @Test
    void aSubjectThatNoDatabaseCanKeepStopsNobody() {
        poison(
                headers -> {
                    headers.put("ce_subject", incident + "\u0000");
                    return headers;
                },
                json(incident));

        assertThat(reasonOf(incident)).isEqualTo("NOT_APPLICABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"THROWS", "READS_A_FILE", "VIOLATES", "NULL"})
    void aFactWhoseConsumerFailsStopsNobodyAndHasNoEffect(String relation) {
        Facts.send(Topic.REPORT, submitted(incident, relation), ENTITY);
        afterwardsANewFactIsApplied();

        assertThat(reasonOf(incident)).isEqualTo("NOT_APPLICABLE");
        assertThat(effects(incident)).isEmpty();
        assertThat(Database.number("select count(*) from outbox where subject = ?", incident.toString()))
                .isZero();
        assertThat(Database.number("select count(*) from inbox where subject = ?", incident.toString()))
                .isZero();
    }

    @Test
    void aFactWhoseConsumerFailsForAWhileIsAppliedWithoutAnybodysHelp() {
        Database.execute("insert into ledger_fault values (?)", incident);
        long attempts = attempts();
        Facts.send(Topic.REPORT, submitted(incident, "MAY_FAIL"), ENTITY);
        eventually().until(() -> attempts() > attempts);
        Database.execute("delete from ledger_fault where incident_id = ?", incident);

        eventually().untilAsserted(() -> assertThat(effects(incident)).containsExactly("submitted"));
        assertThat(Database.number("select count(*) from dead_letter where record_key = ?", incident.toString()))
                .isZero();
    }

    private static long attempts() {
        return Database.number("select last_value from ledger_attempt");
    }

    @Test
    void factsWaitForTheirPreconditionInTheOrderOfTheirKeyAndAreAppliedWhenItComes() {
        UUID other = UUID.randomUUID();
        Facts.send(Topic.REPORT, routed(incident, "first"), ENTITY);
        Facts.send(Topic.REPORT, submitted(incident, "WORKFORCE"), ENTITY);
        Facts.send(Topic.REPORT, routed(incident, "second"), ENTITY);
        Facts.send(Topic.REPORT, submitted(other, "WORKFORCE"), ENTITY);
        eventually().untilAsserted(() -> assertThat(effects(other)).containsExactly("submitted"));
        eventually().untilAsserted(() -> assertThat(waiting(incident)).isEqualTo(3));
        assertThat(effects(incident)).isEmpty();

        Facts.send(Topic.ASSESSMENT, new AssessmentOpened(incident, ENTITY, Instant.EPOCH), ENTITY);
        eventually()
                .untilAsserted(() ->
                        assertThat(effects(incident)).containsExactly("assessed", "first", "submitted", "second"));
        assertThat(waiting(incident)).isZero();
    }

    @Test
    void aWaitingFactThatComesAgainWaitsOnce() {
        ReportRouted fact = routed(incident, "first");
        Envelope envelope = Facts.send(Topic.REPORT, fact, ENTITY);
        Facts.send(Topic.REPORT, fact, envelope);
        afterwardsANewFactIsApplied();
        assertThat(waiting(incident)).isEqualTo(1);

        Facts.send(Topic.ASSESSMENT, new AssessmentOpened(incident, ENTITY, Instant.EPOCH), ENTITY);
        eventually().untilAsserted(() -> assertThat(effects(incident)).containsExactly("assessed", "first"));
        Facts.send(Topic.REPORT, fact, envelope);
        afterwardsANewFactIsApplied();
        assertThat(effects(incident)).containsExactly("assessed", "first");
    }

    @Test
    void aWaitingFactThatFailsWhenItIsTriedBecomesADeadLetterAndTheOthersGoOn() {
        UUID other = UUID.randomUUID();
        Facts.send(Topic.REPORT, routed(incident, "THROWS"), ENTITY);
        Facts.send(Topic.REPORT, routed(incident, "behind it"), ENTITY);
        Facts.send(Topic.REPORT, routed(other, "of another key"), ENTITY);
        eventually().until(() -> waiting(incident) == 2 && waiting(other) == 1);

        Facts.send(Topic.ASSESSMENT, new AssessmentOpened(incident, ENTITY, Instant.EPOCH), ENTITY);
        Facts.send(Topic.ASSESSMENT, new AssessmentOpened(other, ENTITY, Instant.EPOCH), ENTITY);
        eventually().untilAsserted(() -> {
            assertThat(effects(incident)).containsExactly("assessed", "behind it");
            assertThat(effects(other)).containsExactly("assessed", "of another key");
        });
        assertThat(reasonOf(incident)).isEqualTo("NOT_APPLICABLE");
        assertThat(Database.number("select partition_no from dead_letter where record_key = ?", incident.toString()))
                .isEqualTo(-1);
    }

    @Test
    void factsBehindHundredsThatWaitForLongGetTheirTurn() {
        Database.execute("""
                insert into inbox (event_id, topic, subject, received_at, envelope, data)
                select gen_random_uuid(), topic, 'long-waiting-' || n, received_at, envelope, data
                  from (select * from inbox where subject = ?) one, generate_series(1, 450) n
                """, keptFact().toString());
        Facts.send(Topic.REPORT, routed(incident, "first"), ENTITY);
        eventually().until(() -> waiting(incident) == 1);

        Facts.send(Topic.ASSESSMENT, new AssessmentOpened(incident, ENTITY, Instant.EPOCH), ENTITY);
        eventually().untilAsserted(() -> assertThat(effects(incident)).containsExactly("assessed", "first"));
        Database.execute("delete from inbox where subject like 'long-waiting-%'");
    }

    /** The subject of a fact that waits for ever. */
    private static UUID keptFact() {
        UUID kept = UUID.randomUUID();
        Facts.send(Topic.REPORT, routed(kept, "first"), ENTITY);
        eventually().until(() -> waiting(kept) == 1);
        return kept;
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsLostAndAfterwardsEachFactIsAppliedOnce() {
        afterwardsANewFactIsApplied();
        try (CapturedLog log = CapturedLog.open()) {
            Database.cut();
            Facts.send(Topic.REPORT, submitted(incident, "WORKFORCE"), ENTITY);
            Facts.sendRaw(Topic.REPORT, incident.toString(), "{".getBytes(UTF_8), Map.of());
            Facts.send(Topic.REPORT, submitted(incident, "WORKFORCE"), ENTITY);
            eventually()
                    .until(() -> log.lines().stream()
                                    .filter(line -> line.contains("database does not answer, event"))
                                    .count()
                            > 4);
        }
        assertThat(effects(incident)).isEmpty();
        Database.restore();

        eventually().untilAsserted(() -> assertThat(effects(incident)).containsExactly("submitted", "submitted"));
        assertThat(reasonOf(incident)).isEqualTo("NO_CLOUD_EVENT");
        assertThat(Database.number("select count(*) from dead_letter where record_key = ?", incident.toString()))
                .isEqualTo(1);
    }

    @Test
    void whatAConsumerPublishesCarriesTheCorrelationOnAlsoWhenItHadToWait() {
        Envelope direct = Facts.send(Topic.REPORT, submitted(incident, "WORKFORCE"), ENTITY, true, Envelope.REPORTER);
        UUID late = UUID.randomUUID();
        Envelope waited = Facts.send(Topic.REPORT, routed(late, "first"), ENTITY);
        eventually().until(() -> waiting(late) == 1);
        Facts.send(Topic.ASSESSMENT, new AssessmentOpened(late, ENTITY, Instant.EPOCH), ENTITY);

        try (TopicProbe probe = TopicProbe.on(Topic.CASE)) {
            Seen answer = probe.awaitRecord(
                    CaseReopened.class, fact -> fact.incidentId().equals(incident));
            assertThat(answer.attribute("correlationid")).isEqualTo(direct.correlationId());
            assertThat(answer.attribute("drill")).isEqualTo("true");
            assertThat(answer.attribute("actor")).isEqualTo("system");
            assertThat(probe.awaitRecord(
                                    CaseReopened.class,
                                    fact -> fact.incidentId().equals(late))
                            .attribute("correlationid"))
                    .isEqualTo(waited.correlationId());
        }
        assertThat(Database.rows("select correlation_id from ledger_effect where incident_id = ?", incident))
                .containsExactly(Map.of("correlation_id", direct.correlationId()));
    }

    @Test
    void aDeadLetterIsShownWithItsReasonAndWithWhatToDoButNotWithItsData() {
        Facts.sendRaw(Topic.REPORT, incident.toString(), "{\"canary\": 1}".getBytes(UTF_8), Map.of());
        afterwardsANewFactIsApplied();

        String shown = as("operator")
                .queryParam("limit", 200)
                .get("/dead-letters")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(shown)
                .contains(incident.toString(), "NO_CLOUD_EVENT", DeadLetterReason.NO_CLOUD_EVENT.advice())
                .doesNotContain("canary");
    }

    private void poison(UnaryOperator<Map<String, String>> broken, byte[] data) {
        Envelope envelope = new Envelope(
                UUID.randomUUID(),
                Topic.REPORT.typeOf(ReportSubmitted.class),
                "/intake",
                incident.toString(),
                Instant.now(),
                ENTITY,
                false,
                "",
                Envelope.SYSTEM,
                "",
                0);
        Facts.sendRaw(Topic.REPORT, incident.toString(), data, broken.apply(Facts.headers(envelope)));
        afterwardsANewFactIsApplied();
    }

    /** One of each partition, so that whatever came before them has been handled. */
    private static void afterwardsANewFactIsApplied() {
        List<UUID> later =
                java.util.stream.Stream.generate(UUID::randomUUID).limit(12).toList();
        later.forEach(id -> Facts.send(Topic.REPORT, submitted(id, "WORKFORCE"), ENTITY));
        later.forEach(
                id -> eventually().untilAsserted(() -> assertThat(effects(id)).containsExactly("submitted")));
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(40));
    }

    static ReportSubmitted submitted(UUID incident, String relation) {
        ReportSubmitted sample = Facts.sample(Topic.REPORT, ReportSubmitted.class, incident);
        return new ReportSubmitted(
                incident,
                sample.entityId(),
                sample.kind(),
                relation,
                sample.channel(),
                sample.anonymous(),
                sample.byWorkforce(),
                sample.phiPossible(),
                sample.urgent(),
                sample.happenedAt(),
                sample.learnedAt(),
                sample.receivedAt(),
                sample.late());
    }

    private static ReportRouted routed(UUID incident, String reason) {
        return new ReportRouted(incident, ENTITY, List.of(), reason);
    }

    private static byte[] json(UUID incident) {
        Event fact = submitted(incident, "WORKFORCE");
        return org.candor.kit.outbox.EventJson.write(fact).getBytes(UTF_8);
    }

    static List<String> effects(UUID incident) {
        return Database.rows("select what from ledger_effect where incident_id = ? order by position", incident)
                .stream()
                .map(row -> (String) row.get("what"))
                .toList();
    }

    private static long waiting(UUID incident) {
        return Database.number(
                "select count(*) from inbox where subject = ? and applied_at is null", incident.toString());
    }

    private static String reasonOf(Object key) {
        return (String) Database.rows("select reason from dead_letter where record_key = ?", key.toString())
                .getFirst()
                .get("reason");
    }
}
