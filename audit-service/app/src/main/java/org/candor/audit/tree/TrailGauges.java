package org.candor.audit.tree;

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
import org.candor.kit.ops.Gauges;

/**
 * Measures {@code candor_trail_entries}; {@code candor_trail_behind_entries} and {@code candor_trail_integrate_lag_seconds}, what
 * is sequenced and not integrated yet and for how long; {@code candor_trail_checkpoint_age_seconds}, since the newest was signed.
 */
@ApplicationScoped
class TrailGauges {

    private static final String MEASURE = """
            with total as (
                select coalesce(max(index) + 1, 0) as entries from trail.entry
            ), logs as (
                select l.first, coalesce(lead(l.first) over (order by l.year), total.entries) as until,
                       coalesce(c.size, 0) as size, c.signed_at
                  from total cross join trail.log l
                  left join lateral (select size, signed_at from trail.checkpoint
                                      where origin = l.origin order by size desc limit 1) c on true
            ), behind as (
                select cast(coalesce(sum(until - first - size), 0) as bigint) as entries, min(first + size) as next
                  from logs where first + size < until
            )
            select total.entries, behind.entries as behind,
                   cast(coalesce(extract(epoch from $1 - (select received_at from trail.entry where index = behind.next)), 0)
                        as bigint) as lag,
                   cast(coalesce(extract(epoch from $1 - (select max(signed_at) from logs)), 0) as bigint) as checkpoint_age
              from total cross join behind
            """;

    private final Pool pool;
    private final Clock clock;
    private final AtomicLong entries;
    private final AtomicLong behind;
    private final AtomicLong lag;
    private final AtomicLong checkpointAge;

    TrailGauges(Pool pool, Clock clock, MeterRegistry meters) {
        this.pool = pool;
        this.clock = clock;
        this.entries = meters.gauge("candor.trail.entries", new AtomicLong());
        this.behind = meters.gauge("candor.trail.behind.entries", new AtomicLong());
        this.lag = meters.gauge("candor.trail.integrate.lag.seconds", new AtomicLong());
        this.checkpointAge = meters.gauge("candor.trail.checkpoint.age.seconds", new AtomicLong());
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
        entries.set(row.getLong("entries"));
        behind.set(row.getLong("behind"));
        lag.set(Math.max(0, row.getLong("lag")));
        checkpointAge.set(Math.max(0, row.getLong("checkpoint_age")));
    }
}
