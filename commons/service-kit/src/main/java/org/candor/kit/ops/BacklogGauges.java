package org.candor.kit.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures what waits: {@code candor_outbox_depth}, {@code candor_outbox_age_seconds}, {@code candor_inbox_waiting},
 * {@code candor_inbox_waiting_age_seconds}, {@code candor_dead_letters} and {@code candor_hand_over_waiting} (documents that
 * audit does not have yet). Waiting facts over five minutes are an alert.
 */
@ApplicationScoped
class BacklogGauges {

    private static final String MEASURE = """
            select (select count(*) from outbox where sent_at is null) as outbox_depth,
                   (select coalesce(extract(epoch from $1 - min(occurred_at)), 0)::bigint from outbox where sent_at is null) as outbox_age,
                   (select count(*) from inbox where applied_at is null) as waiting,
                   (select coalesce(extract(epoch from $1 - min(received_at)), 0)::bigint from inbox where applied_at is null) as waiting_age,
                   (select count(*) from dead_letter where replayed_at is null) as dead_letters,
                   (select count(*) from hand_over) as hand_overs
            """;

    private final Pool pool;
    private final Clock clock;
    private final AtomicLong outboxDepth;
    private final AtomicLong outboxAge;
    private final AtomicLong waiting;
    private final AtomicLong waitingAge;
    private final AtomicLong deadLetters;
    private final AtomicLong handOvers;

    BacklogGauges(Pool pool, Clock clock, MeterRegistry meters) {
        this.pool = pool;
        this.clock = clock;
        this.outboxDepth = meters.gauge("candor.outbox.depth", new AtomicLong());
        this.outboxAge = meters.gauge("candor.outbox.age.seconds", new AtomicLong());
        this.waiting = meters.gauge("candor.inbox.waiting", new AtomicLong());
        this.waitingAge = meters.gauge("candor.inbox.waiting.age.seconds", new AtomicLong());
        this.deadLetters = meters.gauge("candor.dead.letters", new AtomicLong());
        this.handOvers = meters.gauge("candor.hand.over.waiting", new AtomicLong());
    }

    @Scheduled(
            every = "${candor.gauges.every}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> measure() {
        return Gauges.refresh(
                pool.preparedQuery(MEASURE).execute(Tuple.of(OffsetDateTime.now(clock))),
                rows -> set(rows.iterator().next()));
    }

    private void set(Row row) {
        outboxDepth.set(row.getLong("outbox_depth"));
        outboxAge.set(row.getLong("outbox_age"));
        waiting.set(row.getLong("waiting"));
        waitingAge.set(row.getLong("waiting_age"));
        deadLetters.set(row.getLong("dead_letters"));
        handOvers.set(row.getLong("hand_overs"));
    }
}
