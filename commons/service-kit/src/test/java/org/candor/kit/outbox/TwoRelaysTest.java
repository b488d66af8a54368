package org.candor.kit.outbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.kit.ledger.Calls.publish;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.candor.events.CaseEvent.CaseReopened;
import org.candor.events.Topic;
import org.candor.kit.ledger.AtOnce;
import org.candor.test.Broker;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Seen;
import org.candor.test.TopicProbe;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A second replica is a second process on the same database: the kit's relay once more, which can be killed. */
@QuarkusTest
@OnRealPlatform
class TwoRelaysTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<UUID> keys = Stream.generate(UUID::randomUUID).limit(8).toList();
    private final Map<UUID, Integer> published = new LinkedHashMap<>();
    private final List<Process> replicas = new ArrayList<>();

    @AfterEach
    void stop() {
        replicas.forEach(Process::destroyForcibly);
    }

    @Test
    void whileSeveralRelaysRunEveryFactArrivesExactlyOnceAndInOrder() throws IOException {
        Path first = replica(0);
        Path second = replica(0);

        await().atMost(PATIENCE).until(() -> {
            publishOnEveryKey(5);
            return sentBy(first) > 0 && sentBy(second) > 0 && sentBy(first) + sentBy(second) < total();
        });

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(unsent()).isZero());
        List<Seen> arrived = arrived();
        assertThat(arrived).hasSize(total());
        assertThat(ids(arrived)).hasSize(total());
        eachKeyIsInOrder(arrived);
        Numbers.haveNoGap();
    }

    @Test
    void whenARelayIsKilledInTheMiddleNothingIsLostAndTheOtherRepeatsUnderTheSameNumber() throws Exception {
        Path log = replica(10);
        await().atMost(PATIENCE).until(() -> {
            publishWhileNobodyMaySend();
            return hangs(log);
        });
        assertThat(unsent()).isGreaterThanOrEqualTo(40);

        replicas.getFirst().destroyForcibly().onExit().join();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(unsent()).isZero());

        List<Seen> arrived = arrived();
        assertThat(ids(arrived)).hasSize(total());
        assertThat(arrived).hasSize(total() + 10);
        Map<String, Set<String>> numbers = arrived.stream()
                .collect(
                        groupingBy(seen -> seen.attribute("id"), mapping(seen -> seen.attribute("sequence"), toSet())));
        assertThat(numbers.values()).allSatisfy(same -> assertThat(same).hasSize(1));
        eachKeyIsInOrder(arrived);
        Numbers.haveNoGap();
    }

    /** The replica asks every five milliseconds, the service every second: as good as always the replica is first. */
    private void publishWhileNobodyMaySend() throws SQLException {
        try (Connection connection = Database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(727101)");
            publishOnEveryKey(5);
        }
    }

    private boolean hangs(Path log) {
        try {
            await().atMost(Duration.ofSeconds(5)).until(() -> sentBy(log) == 10);
            return true;
        } catch (ConditionTimeoutException theServiceWasFirst) {
            return false;
        }
    }

    private Path replica(int hangAfter) throws IOException {
        Path log = Files.createTempFile("replica", ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ReplicaProcess.class.getName(),
                        setting("CANDOR_DB_URL"),
                        setting("CANDOR_DB_USER"),
                        setting("CANDOR_DB_PASSWORD"),
                        Broker.direct(),
                        Integer.toString(hangAfter))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        log.toFile().deleteOnExit();
        replicas.add(process);
        return log;
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static long sentBy(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter("sent"::equals).count();
        }
    }

    private void publishOnEveryKey(int count) {
        CompletableFuture.allOf(keys.stream()
                        .map(key -> CompletableFuture.runAsync(
                                () -> {
                                    int from = published.getOrDefault(key, 0);
                                    publish(key, from, count, false).then().statusCode(204);
                                },
                                AtOnce.THREADS))
                        .toArray(CompletableFuture[]::new))
                .join();
        keys.forEach(key -> published.merge(key, count, Integer::sum));
    }

    private int total() {
        return published.values().stream().mapToInt(Integer::intValue).sum();
    }

    private long unsent() {
        return Database.number(
                "select count(*) from outbox where sent_at is null and subject = any (string_to_array(?, ','))",
                String.join(",", keys.stream().map(UUID::toString).toList()));
    }

    private List<Seen> arrived() {
        try (TopicProbe probe = TopicProbe.on(Topic.CASE)) {
            return probe.records().stream()
                    .filter(seen -> seen.fact() instanceof CaseReopened fact && keys.contains(fact.incidentId()))
                    .toList();
        }
    }

    private static Set<String> ids(List<Seen> seen) {
        return seen.stream().map(record -> record.attribute("id")).collect(toSet());
    }

    /** As a consumer sees it, which drops what it has seen. */
    private void eachKeyIsInOrder(List<Seen> arrived) {
        Map<String, Seen> firsts = new LinkedHashMap<>();
        arrived.forEach(seen -> firsts.putIfAbsent(seen.attribute("id"), seen));
        published.forEach((key, count) -> assertThat(firsts.values().stream()
                        .filter(seen -> seen.key().equals(key.toString()))
                        .map(seen -> ((CaseReopened) seen.fact()).reopenedAt().getEpochSecond())
                        .toList())
                .isEqualTo(LongStream.range(0, count).boxed().toList()));
    }
}
