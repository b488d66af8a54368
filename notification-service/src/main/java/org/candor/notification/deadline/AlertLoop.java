package org.candor.notification.deadline;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.candor.kit.data.Transactions;
import org.candor.kit.ops.Round;
import org.jboss.logging.Logger;

/** Looks for duties whose next step has come, and mails what was planned. */
@ApplicationScoped
class AlertLoop {

    private static final Logger LOG = Logger.getLogger(AlertLoop.class);

    private final AlertPlans plans;
    private final Digests digests;

    AlertLoop(AlertPlans plans, Digests digests) {
        this.plans = plans;
        this.digests = digests;
    }

    @Scheduled(
            every = "${candor.alerts.look}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> look() {
        return Round.of(
                all(plans::planSome, AlertPlans.AT_ONCE).chain(() -> all(digests::queueSome, Digests.AT_ONCE)),
                LOG,
                "deadlines were not looked at");
    }

    private static Uni<Void> all(Supplier<Uni<Integer>> some, int full) {
        return Transactions.run(some)
                .chain(count -> count < full ? Uni.createFrom().voidItem() : all(some, full));
    }
}
