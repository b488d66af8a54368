package org.candor.kit.crypto;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.candor.kit.errors.Problem;
import org.candor.kit.inbox.Faults;
import org.candor.kit.inbox.Passing;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Carries an order out: every key that another master key wrapped is wrapped by the primary one, in batches that commit each
 * on its own. What was sealed with those keys is not touched. Whoever is killed is followed by the next look, of this replica
 * or another, which finds only what is left.
 */
@ApplicationScoped
class Rewrap {

    private static final Logger LOG = Logger.getLogger(Rewrap.class);

    /** Only the replica whose primary key was meant: one that runs with an older keyset would wrap everything back. */
    private static final String OPEN = "select 1 from vault.rewrap where finished_at is null and to_key = $1";

    private static final String FINISH = """
            update vault.rewrap set finished_at = $2, unreadable = $3
             where finished_at is null and to_key = $1
               and $3 >= (select count(*)
                            from (select wrapped from vault.data_key union all select wrapped from vault.installation_key) k
                           where substring(wrapped from 1 for %d) <> $4)
            """.formatted(MasterKey.PREFIX_BYTES);

    private final Keyset keyset;
    private final KeysetProof proof;
    private final Pool pool;
    private final Clock clock;
    private final int batch;

    Rewrap(
            Keyset keyset,
            KeysetProof proof,
            Pool pool,
            Clock clock,
            @ConfigProperty(name = "candor.rewrap.batch") int batch) {
        this.keyset = keyset;
        this.proof = proof;
        this.pool = pool;
        this.clock = clock;
        this.batch = batch;
    }

    @Scheduled(
            every = "${candor.rewrap.look}",
            delayed = "2s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> look() {
        return proof.required()
                .chain(() -> pool.preparedQuery(OPEN)
                        .execute(Tuple.of(keyset.primary().id())))
                .chain(open -> open.size() == 0 ? Uni.createFrom().voidItem() : run())
                .onFailure(failure -> !Passing.isPassing(failure) && !(failure instanceof Problem))
                .invoke(failure -> LOG.warnf("keys could not be wrapped anew: %s", Faults.name(failure)))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> run() {
        return pass(WrappedKeys.OF_THE_INSTALLATION, WrappedKeys.OF_THE_INSTALLATION.first(), 0)
                .chain(left -> pass(WrappedKeys.OF_INCIDENTS, WrappedKeys.OF_INCIDENTS.first(), left))
                .chain(this::finish);
    }

    /** All batches of a table, one after another; answers how many keys could not be opened. */
    private Uni<Long> pass(WrappedKeys table, String after, long unreadable) {
        return table.wrapAnew(pool, keyset, after, batch).chain(done -> {
            long sum = unreadable + done.unreadable();
            return done.wasLast() ? Uni.createFrom().item(sum) : pass(table, done.last(), sum);
        });
    }

    /** Not while another replica still holds some. */
    private Uni<Void> finish(long unreadable) {
        return pool.preparedQuery(FINISH)
                .execute(Tuple.of(
                        keyset.primary().id(),
                        OffsetDateTime.now(clock),
                        unreadable,
                        Buffer.buffer(keyset.primary().prefix())))
                .invoke(rows -> {
                    if (rows.rowCount() == 1) {
                        LOG.infof(
                                "all keys are wrapped by master key %d, but %d that cannot be opened",
                                keyset.primary().id(), unreadable);
                    }
                })
                .replaceWithVoid();
    }
}
