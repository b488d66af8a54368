package org.candor.notification.coveredentity;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.candor.kit.data.Transactions;
import org.jboss.logging.Logger;

/** Lets notices to covered entities leave, one after another, until each has gone. */
@ApplicationScoped
class NoticeLoop {

    private static final Logger LOG = Logger.getLogger(NoticeLoop.class);

    private final NoticeRows rows;
    private final NoticeDelivery delivery;

    NoticeLoop(NoticeRows rows, NoticeDelivery delivery) {
        this.rows = rows;
        this.delivery = delivery;
    }

    @Scheduled(
            every = "${candor.covered-entity.look}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> look() {
        return Transactions.run(rows::claim)
                .chain(claimed -> claimed.map(notice -> work(notice).chain(this::look))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "notices to covered entities were not looked at: %s",
                        failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    /** What fails is late and is tried again; the next one does not wait for it. */
    private Uni<Void> work(NoticeRows.OnItsWay notice) {
        return delivery.deliver(notice)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "a notice to a covered entity is put off: %s",
                        failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }
}
