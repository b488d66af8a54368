package org.candor.intake.exceptions;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.candor.intake.exceptions.ExceptionRows.Ended;
import org.candor.intake.routing.Routes;
import org.candor.kit.data.Transactions;
import org.candor.kit.ops.Round;
import org.candor.kit.outbox.Origin;
import org.jboss.logging.Logger;

/**
 * Takes readers out of the routing record whose time has come. They read no more before that already: each service counts the
 * time itself. A row is held by one replica.
 */
@ApplicationScoped
class ExceptionLoop {

    private static final Logger LOG = Logger.getLogger(ExceptionLoop.class);
    private static final int AT_ONCE = 50;

    private final ExceptionRows rows;
    private final Routes routes;
    private final Clock clock;

    ExceptionLoop(ExceptionRows rows, Routes routes, Clock clock) {
        this.rows = rows;
        this.routes = routes;
        this.clock = clock;
    }

    @Scheduled(
            every = "${candor.look.exceptions}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> look() {
        return Round.of(
                Transactions.run(this::endSome)
                        .chain(done ->
                                done == AT_ONCE ? look() : Uni.createFrom().voidItem()),
                LOG,
                "exceptions were not looked at");
    }

    private Uni<Integer> endSome() {
        return rows.ended(clock.instant())
                .call(ended -> Multi.createFrom()
                        .iterable(ended)
                        .onItem()
                        .transformToUniAndConcatenate(this::end)
                        .onItem()
                        .ignoreAsUni())
                .map(List::size);
    }

    private Uni<Integer> end(Ended row) {
        return routes.endExceptions(row.incidentId(), Origin.system(row.entityId(), row.drill()))
                .chain(() -> rows.end(row.id(), clock.instant()));
    }
}
