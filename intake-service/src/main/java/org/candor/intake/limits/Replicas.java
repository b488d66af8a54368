package org.candor.intake.limits;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.inbox.Faults;
import org.jboss.logging.Logger;

/** Counts the replicas that answer, so that a limit holds for all of them together. */
@ApplicationScoped
class Replicas {

    private static final Logger LOG = Logger.getLogger(Replicas.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String LEAVE = "delete from limiter_replica where replica_id = $1";
    private static final String HERE = """
            insert into limiter_replica (replica_id, seen_at) values (?1, clock_timestamp())
            on conflict (replica_id) do update set seen_at = excluded.seen_at
            """;
    private static final String GONE =
            "delete from limiter_replica where seen_at < clock_timestamp() - interval '30 seconds'";
    private static final String COUNT = "select count(*) from limiter_replica";

    private final Buckets buckets;
    private final Pool pool;
    private final UUID self = UUID.randomUUID();

    Replicas(Buckets buckets, Pool pool) {
        this.buckets = buckets;
        this.pool = pool;
    }

    /** Leaves its share to the others at once. */
    void stop(@Observes ShutdownEvent stopping) {
        try {
            pool.preparedQuery(LEAVE).execute(Tuple.of(self)).await().atMost(PATIENCE);
        } catch (RuntimeException sweptLater) {
            LOG.debugf("left the count of replicas to others: %s", Faults.name(sweptLater));
        }
    }

    @Scheduled(
            every = "${candor.replicas.count-every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> count() {
        return Transactions.run(() ->
                        Sql.update(HERE, self).chain(() -> Sql.update(GONE)).chain(() -> Sql.rows(Long.class, COUNT)))
                .invoke(rows -> buckets.shareAmong(rows.getFirst().intValue()))
                .replaceWithVoid();
    }
}
