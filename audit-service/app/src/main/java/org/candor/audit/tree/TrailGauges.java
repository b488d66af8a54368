package org.candor.audit.tree;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.candor.kit.ops.RowGauges;

/**
 * Measures {@code candor_trail_entries}; {@code candor_trail_behind_entries} and {@code candor_trail_integrate_lag_seconds}, what
 * is sequenced and not integrated yet and for how long; {@code candor_trail_checkpoint_age_seconds}, since the newest was signed.
 */
@ApplicationScoped
class TrailGauges {

    private static final List<String> COLUMNS = List.of(
            "trail_entries", "trail_behind_entries", "trail_integrate_lag_seconds", "trail_checkpoint_age_seconds");

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
            select total.entries as trail_entries, behind.entries as trail_behind_entries,
                   cast(coalesce(extract(epoch from $1 - (select received_at from trail.entry where index = behind.next)), 0)
                        as bigint) as trail_integrate_lag_seconds,
                   cast(coalesce(extract(epoch from $1 - (select max(signed_at) from logs)), 0) as bigint) as trail_checkpoint_age_seconds
              from total cross join behind
            """;

    private final RowGauges gauges;

    TrailGauges(Pool pool, Clock clock, MeterRegistry meters) {
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
