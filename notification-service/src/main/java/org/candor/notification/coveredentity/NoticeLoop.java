package org.candor.notification.coveredentity;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.candor.kit.data.Transactions;
import org.candor.kit.ops.Round;
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
        return Round.of(
                Transactions.run(rows::claim)
                        .chain(claimed -> claimed.map(notice -> work(notice).chain(this::look))
                                .orElseGet(() -> Uni.createFrom().voidItem())),
                LOG,
                "notices to covered entities were not looked at");
    }

    /** What fails is late and is tried again; the next one does not wait for it. */
    private Uni<Void> work(NoticeRows.OnItsWay notice) {
        return Round.of(delivery.deliver(notice), LOG, "a notice to a covered entity is put off");
    }
}
