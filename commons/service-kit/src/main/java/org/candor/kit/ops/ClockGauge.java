package org.candor.kit.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures {@code candor_clock_offset_seconds}: how far this clock is ahead of the database's, to half the time that the
 * question took. Due days and "within 24 hours" are counted by this clock.
 */
@ApplicationScoped
class ClockGauge {

    private static final double MILLIS = 1000;

    private final Pool pool;
    private final Clock clock;
    private final AtomicLong offsetMillis;

    ClockGauge(Pool pool, Clock clock, MeterRegistry meters) {
        this.pool = pool;
        this.clock = clock;
        this.offsetMillis =
                meters.gauge("candor.clock.offset.seconds", new AtomicLong(), offset -> offset.get() / MILLIS);
    }

    @Scheduled(
            every = "${candor.gauges.every}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> measure() {
        Instant asked = clock.instant();
        return Gauges.refresh(
                pool.query("select clock_timestamp() as now").execute(),
                rows -> set(
                        asked, rows.iterator().next().getOffsetDateTime("now").toInstant()));
    }

    private void set(Instant asked, Instant database) {
        Duration took = Duration.between(asked, clock.instant());
        offsetMillis.set(
                Duration.between(database, asked.plus(took.dividedBy(2))).toMillis());
    }
}
