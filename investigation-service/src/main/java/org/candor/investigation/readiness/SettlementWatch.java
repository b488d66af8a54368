package org.candor.investigation.readiness;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.candor.kit.data.Transactions;
import org.candor.kit.ops.Round;
import org.jboss.logging.Logger;

/**
 * Looks for entities whose deadlines about training are to be settled. Any number of replicas may look; every entity is a
 * transaction of its own, so one that can't be settled leaves the others alone.
 */
@ApplicationScoped
class SettlementWatch {

    private static final Logger LOG = Logger.getLogger(SettlementWatch.class);

    private final Settlement settlement;
    private final Clock clock;

    SettlementWatch(Settlement settlement, Clock clock) {
        this.settlement = settlement;
        this.clock = clock;
    }

    @Scheduled(every = "${candor.readiness.settle-every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return Round.of(
                Transactions.read(() -> Settlement.waiting(clock.instant()))
                        .onItem()
                        .transformToMulti(found -> Multi.createFrom().iterable(found))
                        .onItem()
                        .transformToUniAndConcatenate(this::alone)
                        .onItem()
                        .ignoreAsUni(),
                LOG,
                "rolls could not be looked for");
    }

    private Uni<Void> alone(String entityId) {
        return Round.of(
                Transactions.run(() -> settlement.settle(entityId)),
                LOG,
                "roll could not be settled: entity=" + entityId);
    }
}
