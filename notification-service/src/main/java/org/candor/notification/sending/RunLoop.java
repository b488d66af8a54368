package org.candor.notification.sending;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.candor.kit.data.Transactions;
import org.candor.kit.ops.Round;
import org.jboss.logging.Logger;

/**
 * Works on runs, whichever replica it is on. A run survives every crash: what was done is in the database, and whoever finds
 * its lease ended goes on.
 */
@ApplicationScoped
class RunLoop {

    private static final Logger LOG = Logger.getLogger(RunLoop.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);

    private final RunStore store;
    private final RunStep step;
    private final LetterPost letterPost;
    private final SendingConfig config;
    private final Clock clock;

    RunLoop(RunStore store, RunStep step, LetterPost letterPost, SendingConfig config, Clock clock) {
        this.store = store;
        this.step = step;
        this.letterPost = letterPost;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${candor.run-loop}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> work() {
        return Round.of(
                Transactions.run(() -> store.claim(leaseEnd()))
                        .chain(found -> found.map(this::work)
                                .orElseGet(() -> Uni.createFrom().voidItem())),
                LOG,
                "runs could not be claimed");
    }

    private Uni<Void> work(Lease lease) {
        return letterPost
                .sweep()
                .chain(() -> Multi.createBy()
                        .repeating()
                        .uni(() -> step.next(lease, leaseEnd()))
                        .whilst(progress -> progress == Plan.Progress.MORE)
                        .collect()
                        .last()
                        .replaceWithVoid())
                .onFailure()
                .recoverWithUni(failure -> putOff(lease, failure));
    }

    /** The run stays, and the next round tries again; a disk may have space then. */
    private Uni<Void> putOff(Lease lease, Throwable failure) {
        // The name only: a message may hold a value of a row.
        LOG.warnf(
                "a step of a run failed and will be tried again: run=%s failure=%s cause=%s",
                lease.runId(),
                failure.getClass().getSimpleName(),
                failure.getCause() == null ? "" : failure.getCause().getClass().getSimpleName());
        Instant soon = clock.instant().plus(AFTER_A_FAILURE);
        return Transactions.run(() -> store.lease(lease.runId(), soon)).replaceWithVoid();
    }

    private Instant leaseEnd() {
        return clock.instant().plus(config.lease());
    }
}
