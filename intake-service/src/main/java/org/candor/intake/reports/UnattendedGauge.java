package org.candor.intake.reports;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.candor.kit.ops.Gauges;

/**
 * Measures {@code candor_reports_unattended}: open reports of which nobody is in charge, because the directory is empty or
 * because all of it is implicated. Any is an alert: enter somebody whom the report does not implicate.
 */
@ApplicationScoped
class UnattendedGauge {

    private static final String MEASURE = """
            select count(*) from report r join incident_routing i on i.incident_id = r.incident_id
             where r.state <> 'CLOSED' and not r.drill and json_array_length(cast(i.officers as json) -> 'officers') = 0
            """;

    private final Pool pool;
    private final AtomicLong unattended;

    UnattendedGauge(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        this.unattended = meters.gauge("candor.reports.unattended", new AtomicLong());
    }

    @Scheduled(
            every = "${candor.gauges.every}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> measure() {
        return Gauges.refresh(
                pool.query(MEASURE).execute(),
                rows -> unattended.set(rows.iterator().next().getLong(0)));
    }
}
