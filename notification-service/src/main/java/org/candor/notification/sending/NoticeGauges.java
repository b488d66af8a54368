package org.candor.notification.sending;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.candor.kit.ops.Gauges;

/** Measures {@code candor_notices} by state: letters and e-mails of the campaigns that are not completed. */
@ApplicationScoped
class NoticeGauges {

    private static final List<String> STATES = List.of("IN_FLIGHT", "BATCHED", "WAITING", "SENT", "RETURNED", "FAILED");

    /** Completed campaigns grow with the years and do not change. */
    private static final String MEASURE = """
            select n.state, count(*) as notices from notice n join campaign c on c.incident_id = n.incident_id
             where c.state <> 'COMPLETED' and not c.drill group by n.state
            """;

    private final Pool pool;
    private final Map<String, AtomicLong> notices = new HashMap<>();

    NoticeGauges(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        STATES.forEach(
                state -> notices.put(state, meters.gauge("candor.notices", Tags.of("state", state), new AtomicLong())));
    }

    @Scheduled(
            every = "${candor.gauges.count-every}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> measure() {
        return Gauges.refresh(pool.query(MEASURE).execute(), this::set);
    }

    private void set(Iterable<Row> rows) {
        Map<String, Long> counted = new HashMap<>();
        rows.forEach(row -> counted.put(row.getString("state"), row.getLong("notices")));
        notices.forEach((state, number) -> number.set(counted.getOrDefault(state, 0L)));
    }
}
