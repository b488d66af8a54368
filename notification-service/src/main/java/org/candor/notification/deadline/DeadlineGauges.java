package org.candor.notification.deadline;

import io.micrometer.core.instrument.Gauge;
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
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.candor.kit.ops.Gauges;

/** Measures {@code candor_deadlines_open} by days left, as the board counts them: local days in the zone of each duty. */
@ApplicationScoped
class DeadlineGauges {

    /** Grouped by day before days are counted: a hundred thousand duties have a few hundred due days. */
    private static final String MEASURE = """
            with opened as (
                select zone, coalesce(due_on, cast(due_at at time zone zone as date)) as due_day, count(*) as duties,
                       case when due_at is null then ends_at <= $1 else ends_at < $1 end as late
                  from deadline where state = 'OPEN' and not drill group by 1, 2, 4
            )
            select late, due_day - cast(cast($1 as timestamptz) at time zone zone as date) as days_left,
                   cast(sum(duties) as bigint) as duties
              from opened group by 1, 2
            """;

    private final Pool pool;
    private final Clock clock;
    private final Map<DaysLeft, AtomicLong> open = new EnumMap<>(DaysLeft.class);

    DeadlineGauges(Pool pool, Clock clock, MeterRegistry meters) {
        this.pool = pool;
        this.clock = clock;
        for (DaysLeft left : DaysLeft.values()) {
            AtomicLong number = new AtomicLong();
            open.put(left, number);
            Gauge.builder("candor.deadlines.open", number, AtomicLong::get)
                    .tag("left", left.label())
                    .register(meters);
        }
    }

    @Scheduled(
            every = "${candor.gauges.count-every}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> measure() {
        return Gauges.refresh(pool.preparedQuery(MEASURE).execute(Tuple.of(OffsetDateTime.now(clock))), this::set);
    }

    private void set(Iterable<Row> rows) {
        Map<DaysLeft, Long> counted = new EnumMap<>(DaysLeft.class);
        rows.forEach(row -> counted.merge(
                DaysLeft.of(row.getBoolean("late"), row.getInteger("days_left")), row.getLong("duties"), Long::sum));
        open.forEach((left, number) -> number.set(counted.getOrDefault(left, 0L)));
    }
}
