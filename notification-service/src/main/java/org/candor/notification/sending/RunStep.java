package org.candor.notification.sending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.candor.kit.data.Transactions;
import org.candor.notification.clearance.Clearances;
import org.candor.notification.clearance.decision.Verdict;
import org.candor.notification.sending.Plan.Progress;
import org.jboss.logging.Logger;

/**
 * One step of a run: a short transaction that says what is next, the work itself outside of any session, a short transaction
 * that records it.
 */
@ApplicationScoped
class RunStep {

    private static final Logger LOG = Logger.getLogger(RunStep.class);

    private final RunStore runs;
    private final BatchRows batches;
    private final RunPlans plans;
    private final LetterPost letterPost;
    private final EmailPost emailPost;
    private final Clearances clearances;
    private final SendingConfig config;
    private final Clock clock;

    RunStep(
            RunStore runs,
            BatchRows batches,
            RunPlans plans,
            LetterPost letterPost,
            EmailPost emailPost,
            Clearances clearances,
            SendingConfig config,
            Clock clock) {
        this.runs = runs;
        this.batches = batches;
        this.plans = plans;
        this.letterPost = letterPost;
        this.emailPost = emailPost;
        this.clearances = clearances;
        this.config = config;
        this.clock = clock;
    }

    Uni<Progress> next(Lease lease, Instant leaseEnd) {
        return Transactions.run(() -> runs.lease(lease.runId(), leaseEnd)
                        .chain(held ->
                                held == 1 ? plans.next(lease) : Uni.createFrom().item(Plan.none(Progress.END))))
                .chain(plan -> plan.work()
                        .map(work -> perform(lease, work))
                        .orElseGet(() -> Uni.createFrom().item(plan.otherwise())));
    }

    private Uni<Progress> perform(Lease lease, Work work) {
        return switch (work) {
            case Work.Ask ask -> ask(lease, ask);
            case Work.Letters letters -> letterPost.write(letters).replaceWith(Progress.MORE);
            case Work.HandOver handOver -> letterPost.handOver(lease, handOver).replaceWith(Progress.MORE);
            case Work.FindOut findOut -> letterPost.findOut(findOut).replaceWith(Progress.MORE);
            case Work.Emails emails -> emailPost.send(lease, emails).replaceWith(Progress.MORE);
            case Work.Discard discard -> letterPost.discard(discard).replaceWith(Progress.MORE);
        };
    }

    /** The clearance counts from the question, so that a slow answer never makes it younger than it is. */
    private Uni<Progress> ask(Lease lease, Work.Ask ask) {
        Instant asked = clock.instant();
        return clearances.ask(lease.incidentId(), ask.kinds(), ask.today()).chain(verdict -> switch (verdict) {
            case Verdict.Go go ->
                Transactions.run(() -> runs.clear(lease.runId(), asked)).replaceWith(Progress.MORE);
            case Verdict.Wait wait -> wait(lease, wait);
        });
    }

    private Uni<Progress> wait(Lease lease, Verdict.Wait wait) {
        LOG.infof("a run waits: run=%s cause=%s", lease.runId(), wait.cause());
        return undo(lease, wait)
                .chain(() -> Transactions.run(
                        () -> runs.waits(lease.runId(), wait, clock.instant().plus(config.askAgain()))))
                .replaceWith(Progress.PAUSE);
    }

    /** breach-service may know of a hold before its fact has come here: what has not left is undone all the same. */
    private Uni<Void> undo(Lease lease, Verdict.Wait wait) {
        return wait.cause() == Verdict.Cause.NO_CLEARANCE
                ? Uni.createFrom().voidItem()
                : Transactions.read(() -> batches.open(lease.incidentId()))
                        .chain(batch -> batch.map(one -> letterPost.discard(new Work.Discard(one)))
                                .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
