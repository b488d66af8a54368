package org.candor.kit.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * Measures what waits: {@code candor_outbox_depth}, {@code candor_outbox_age_seconds}, {@code candor_inbox_waiting},
 * {@code candor_inbox_waiting_age_seconds}, {@code candor_dead_letters} and {@code candor_hand_over_waiting} (documents that
 * audit does not have yet). Waiting facts over five minutes are an alert.
 */
@ApplicationScoped
class BacklogGauges {

    private static final List<String> COLUMNS = List.of(
            "outbox_depth",
            "outbox_age_seconds",
            "inbox_waiting",
            "inbox_waiting_age_seconds",
            "dead_letters",
            "hand_over_waiting");

    private static final String MEASURE = """
            select (select count(*) from outbox where sent_at is null) as outbox_depth,
                   (select coalesce(extract(epoch from $1 - min(occurred_at)), 0)::bigint from outbox where sent_at is null) as outbox_age_seconds,
                   (select count(*) from inbox where applied_at is null) as inbox_waiting,
                   (select coalesce(extract(epoch from $1 - min(received_at)), 0)::bigint from inbox where applied_at is null) as inbox_waiting_age_seconds,
                   (select count(*) from dead_letter where replayed_at is null) as dead_letters,
                   (select count(*) from hand_over) as hand_over_waiting
            """;

    private final RowGauges gauges;

    BacklogGauges(Pool pool, Clock clock, MeterRegistry meters) {
        this.gauges = new RowGauges(MEASURE, COLUMNS, pool, clock, meters);
    }

    @Scheduled(
            every = "${candor.gauges.every}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> measure() {
        return gauges.measure();
    }
}
