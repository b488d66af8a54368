package org.candor.intake.checkups;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.candor.events.Envelope;
import org.candor.events.Event;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.ops.Round;
import org.candor.kit.outbox.Outbox;
import org.jboss.logging.Logger;

/**
 * Tells of each check-up whose day has come in the entity's zone. State and fact are one transaction and a row is held by one
 * replica, so each is told once, however many replicas run and whenever one of them ends.
 */
@ApplicationScoped
class CheckUpLoop {

    private static final Logger LOG = Logger.getLogger(CheckUpLoop.class);
    private static final int AT_ONCE = 50;

    private static final String COME = """
            select check_up_id from check_up
             where state = 'PLANNED' and due_on <= cast(timezone(zone, cast(?1 as timestamptz)) as date)
             order by due_on, check_up_id limit 50 for update skip locked
            """;

    private final CheckUpRows rows;
    private final Outbox outbox;
    private final Clock clock;

    CheckUpLoop(CheckUpRows rows, Outbox outbox, Clock clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(
            every = "${candor.look.check-ups}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> look() {
        return Round.of(
                Transactions.run(this::tellSome)
                        .chain(told ->
                                told == AT_ONCE ? look() : Uni.createFrom().voidItem()),
                LOG,
                "check-ups were not looked at");
    }

    private Uni<Integer> tellSome() {
        return Sql.rows(UUID.class, COME, clock.instant())
                .call(come -> Multi.createFrom()
                        .iterable(come)
                        .onItem()
                        .transformToUniAndConcatenate(this::tell)
                        .onItem()
                        .ignoreAsUni())
                .map(List::size);
    }

    private Uni<Void> tell(UUID checkUpId) {
        return rows.findById(checkUpId)
                .invoke(checkUp -> checkUp.state = CheckUp.State.DUE)
                .chain(checkUp -> rows.find("incidentId = ?1 and number = ?2", checkUp.incidentId, checkUp.number + 1)
                        .firstResult()
                        .chain(next -> outbox.publishAll(
                                Topic.REPORT, facts(checkUp, next), checkUp.origin(Envelope.SYSTEM))));
    }

    private static List<Event> facts(CheckUp checkUp, CheckUp next) {
        return next == null ? List.of(checkUp.due()) : List.of(checkUp.due(), next.deadline());
    }
}
