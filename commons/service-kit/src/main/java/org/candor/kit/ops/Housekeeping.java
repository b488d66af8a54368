package org.candor.kit.ops;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;

/**
 * Removes what has done its work after 35 days: five days more than topics keep, so that a restored service can be caught
 * up and a repeated event is still known.
 */
@ApplicationScoped
class Housekeeping {

    private static final int KEEP_DAYS = 35;

    private final Pool pool;
    private final Clock clock;

    Housekeeping(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Scheduled(
            cron = "${candor.housekeeping.cron}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> sweep() {
        Tuple before = Tuple.of(OffsetDateTime.now(clock).minusDays(KEEP_DAYS));
        return delete("delete from outbox where sent_at < $1", before)
                .chain(() -> delete("delete from inbox where applied_at is not null and received_at < $1", before))
                .chain(() -> delete("delete from idempotent_answer where created_at < $1", before))
                .chain(() -> delete("delete from dead_letter where replayed_at < $1", before));
    }

    private Uni<Void> delete(String sql, Tuple before) {
        return pool.preparedQuery(sql).execute(before).replaceWithVoid();
    }
}
