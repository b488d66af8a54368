package org.candor.audit.trail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.candor.audit.OnContext;
import org.candor.audit.TrailKeyFile;
import org.candor.audit.trail.decision.Entry;
import org.candor.audit.trail.decision.Sequencing.Place;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.Test;

/** Replicas that append the same events at the same time, each in an order of its own. */
@QuarkusTest
@OnRealPlatform(separateOwner = true)
@WithTestResource(TrailKeyFile.class)
class SequencingRaceTest {

    private static final int REPLICAS = 5;

    @Inject
    Trail trail;

    @Inject
    Vertx vertx;

    @Test
    void giveEachEventOneIndexAndLeaveNoGap() throws Exception {
        List<Recorded> events =
                IntStream.range(0, 300).mapToObj(i -> Recorded.of(event(i))).toList();
        List<CompletableFuture<Map<UUID, Long>>> replicas = IntStream.range(0, REPLICAS)
                .mapToObj(seed -> OnContext.run(vertx, () -> appended(shuffled(events, seed))))
                .toList();

        Map<UUID, Long> first = replicas.getFirst().get(60, TimeUnit.SECONDS);
        for (CompletableFuture<Map<UUID, Long>> replica : replicas) {
            assertThat(replica.get(60, TimeUnit.SECONDS)).isEqualTo(first);
        }
        assertThat(first).hasSize(300);
        assertThat(Database.number("select count(*) - max(index) from trail.entry"))
                .isOne();
    }

    /** In batches of 30, one after the other. */
    private Uni<Map<UUID, Long>> appended(List<Recorded> events) {
        Map<UUID, Long> places = new HashMap<>();
        Uni<Void> done = Uni.createFrom().voidItem();
        for (int from = 0; from < events.size(); from += 30) {
            List<Recorded> batch = events.subList(from, from + 30);
            done = done.chain(() -> trail.append(batch))
                    .invoke(answer -> remember(places, batch, answer))
                    .replaceWithVoid();
        }
        return done.replaceWith(places);
    }

    private static void remember(Map<UUID, Long> places, List<Recorded> batch, List<Place> answer) {
        for (int i = 0; i < batch.size(); i++) {
            places.put(batch.get(i).entry().eventId(), answer.get(i).index());
        }
    }

    private static List<Recorded> shuffled(List<Recorded> events, int seed) {
        List<Recorded> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static Entry event(int number) {
        return new Entry(
                UUID.randomUUID(),
                "audit.programme.v1",
                "org.candor.test.raced.v1",
                "/race",
                0,
                "race",
                List.of(),
                "",
                false,
                "system",
                "",
                Instant.parse("2026-11-20T15:00:00Z"),
                Instant.parse("2026-11-20T15:00:01Z"),
                ("{\"number\":" + number + "}").getBytes(UTF_8));
    }
}
