package org.candor.kit.outbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.kit.ledger.Calls.entry;
import static org.candor.kit.ledger.Calls.officer;
import static org.candor.kit.ledger.Calls.post;
import static org.candor.kit.ledger.Calls.publish;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.candor.events.CaseEvent.CaseOpened;
import org.candor.events.CaseEvent.CaseReopened;
import org.candor.events.CaseEvent.FormSigned;
import org.candor.events.Topic;
import org.candor.test.Broker;
import org.candor.test.Database;
import org.candor.test.Management;
import org.candor.test.OnRealPlatform;
import org.candor.test.Seen;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealPlatform
class OutboxTest {

    private final UUID incident = UUID.randomUUID();

    @AfterEach
    void restore() {
        Broker.restore();
    }

    @Test
    void aFactLeavesWhenItsTransactionCommitsWithEverythingItsEnvelopeSays() {
        post(entry(incident, "told by nobody")).then().statusCode(201);

        try (TopicProbe probe = TopicProbe.on(Topic.CASE)) {
            Seen seen = probe.awaitRecord(
                    CaseOpened.class, fact -> fact.incidentId().equals(incident));
            assertThat(seen.key()).isEqualTo(incident.toString());
            assertThat(seen.headers())
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_type", "org.candor.investigation.case-opened.v1")
                    .containsEntry("ce_source", "/ledger")
                    .containsEntry("ce_subject", incident.toString())
                    .containsEntry("ce_entityid", "larkspur-falls")
                    .containsEntry("ce_drill", "false")
                    .containsEntry("ce_actor", "privacy-officer")
                    .containsEntry("content-type", "application/json");
            assertThat(UUID.fromString(seen.attribute("id")).version()).isEqualTo(7);
            assertThat(seen.json()).doesNotContain("told by nobody");
        }
    }

    @Test
    void nothingLeavesWhenTheTransactionIsRolledBack() {
        publish(incident, 0, 3, true).then().statusCode(409);
        publish(incident, 3, 1, false).then().statusCode(204);

        try (TopicProbe probe = TopicProbe.on(Topic.CASE)) {
            assertThat(seconds(probe.awaitRecords(CaseReopened.class, fact -> isOurs(fact, incident), 1)))
                    .containsExactly(3L);
            probe.never(
                    CaseReopened.class,
                    fact -> fact.reopenedAt().getEpochSecond() < 3 && isOurs(fact, incident),
                    Duration.ofSeconds(1));
        }
        assertThat(Database.number("select count(*) from outbox where subject = ?", incident.toString()))
                .isEqualTo(1);
    }

    @Test
    void factsOfOneKeyLeaveInTheOrderInWhichTheyWerePublished() {
        IntStream.range(0, 8)
                .forEach(i -> publish(incident, 10 * i, 10, false).then().statusCode(204));

        assertThat(arrived(incident, 80))
                .isEqualTo(LongStream.range(0, 80).boxed().toList());
    }

    @Test
    void numbersCountUpWithoutAGapWhateverIsRolledBack() {
        publish(incident, 0, 5, false).then().statusCode(204);
        publish(incident, 5, 5, true).then().statusCode(409);
        publish(incident, 5, 5, false).then().statusCode(204);

        arrived(incident, 10);
        Numbers.haveNoGap();
    }

    @Test
    void whileTheBrokerIsAwayRequestsAreAnsweredAndAfterwardsEveryFactArrivesOnceAndInOrder() {
        publish(incident, 0, 1, false).then().statusCode(204);
        arrived(incident, 1);
        Broker.cut();
        IntStream.range(1, 6).forEach(i -> publish(incident, i, 1, false).then().statusCode(204));
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> Management.get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .body("checks.find { it.name == 'broker' }.data.answers", equalTo(false)));
        IntStream.range(6, 11)
                .forEach(i -> publish(incident, i, 1, false).then().statusCode(204));
        Broker.restore();

        assertThat(arrived(incident, 11))
                .isEqualTo(LongStream.range(0, 11).boxed().toList());
        await().untilAsserted(() -> Management.get("/q/health/ready")
                .then()
                .body("checks.findAll { it.name == 'broker' }.data.answers", hasItem(true)));
        assertThat(unsent(incident)).isZero();
    }

    /** The worst there is: the broker has the records, but its answers come too late, so that they are sent again. */
    @Test
    void whileTheBrokerIsMuteNothingOvertakesAndRepeatsHaveTheSameIdAndNumber() {
        publish(incident, 0, 1, false).then().statusCode(204);
        arrived(incident, 1);
        Broker.stall();
        publish(incident, 1, 20, false).then().statusCode(204);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> Management.get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .body("checks.find { it.name == 'broker' }.data.answers", equalTo(false)));
        Broker.restore();

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(unsent(incident)).isZero());
        List<Seen> all = recordsOf(incident);
        List<Seen> firsts = List.copyOf(all.stream()
                .collect(toMap(seen -> seen.attribute("id"), seen -> seen, (first, again) -> first, LinkedHashMap::new))
                .values());
        assertThat(seconds(firsts)).isEqualTo(LongStream.range(0, 21).boxed().toList());
        assertThat(all.stream().map(seen -> seen.attribute("id") + seen.attribute("sequence")))
                .allSatisfy(sent -> assertThat(firsts)
                        .anySatisfy(first ->
                                assertThat(sent).isEqualTo(first.attribute("id") + first.attribute("sequence"))));
    }

    @Test
    void aFactThatTheBrokerRefusesHoldsBackItsOwnKeyOnly() {
        UUID other = UUID.randomUUID();
        officer()
                .queryParam("incident", incident)
                .queryParam("size", 1_200_000)
                .post("/entries/facts/large")
                .then()
                .statusCode(204);
        publish(incident, 0, 1, false).then().statusCode(204);
        publish(other, 0, 3, false).then().statusCode(204);

        try {
            assertThat(arrived(other, 3)).containsExactly(0L, 1L, 2L);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(unsent(other)).isZero());
            assertThat(unsent(incident)).isEqualTo(2);
            try (TopicProbe probe = TopicProbe.on(Topic.CASE)) {
                probe.never(CaseReopened.class, fact -> isOurs(fact, incident), Duration.ofMillis(500));
            }
        } finally {
            shorten();
        }
        assertThat(arrived(incident, 1)).containsExactly(0L);
        try (TopicProbe probe = TopicProbe.on(Topic.CASE)) {
            probe.await(FormSigned.class, fact -> fact.incidentId().equals(incident));
        }
    }

    /** What an operator could do about it. */
    private void shorten() {
        Database.execute("update outbox set data = replace(data, 'x', '') where subject = ?", incident.toString());
    }

    private static long unsent(UUID key) {
        return Database.number("select count(*) from outbox where sent_at is null and subject = ?", key.toString());
    }

    /** What reached the topic of that key once so many did, in order of arrival. */
    private static List<Long> arrived(UUID key, int count) {
        try (TopicProbe probe = TopicProbe.on(Topic.CASE).within(Duration.ofSeconds(60))) {
            probe.awaitRecords(CaseReopened.class, fact -> isOurs(fact, key), count);
            List<Seen> all = recordsOf(key);
            Map<String, List<Seen>> byId = all.stream().collect(groupingBy(seen -> seen.attribute("id")));
            assertThat(byId.values()).allSatisfy(same -> assertThat(same).hasSize(1));
            return seconds(all);
        }
    }

    private static List<Seen> recordsOf(UUID key) {
        try (TopicProbe probe = TopicProbe.on(Topic.CASE)) {
            return probe.records().stream()
                    .filter(seen -> seen.fact() instanceof CaseReopened fact && isOurs(fact, key))
                    .toList();
        }
    }

    private static boolean isOurs(CaseReopened fact, UUID incident) {
        return fact.incidentId().equals(incident);
    }

    private static List<Long> seconds(List<Seen> seen) {
        return seen.stream()
                .map(record -> ((CaseReopened) record.fact()).reopenedAt())
                .map(Instant::getEpochSecond)
                .toList();
    }
}
