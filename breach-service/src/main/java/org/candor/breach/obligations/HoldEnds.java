package org.candor.breach.obligations;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.ObligationEvent.HoldEnded;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.ops.Round;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.jboss.logging.Logger;

/** Ends each hold when its last day begins on the entity's calendar. Two replicas never end the same one. */
@ApplicationScoped
class HoldEnds {

    private static final Logger LOG = Logger.getLogger(HoldEnds.class);

    private static final String CLAIM = """
            update hold set ended = true
             where incident_id in (select incident_id from hold
                                    where not ended and held_until <= cast(cast(?1 as timestamptz) at time zone time_zone as date)
                                    order by held_until limit 50 for update skip locked)
            returning incident_id, entity_id, drill, held_until
            """;

    private final Outbox outbox;
    private final Clock clock;

    HoldEnds(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(
            every = "${candor.watch}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> work() {
        return Round.of(
                Transactions.run(() -> Sql.rows(Object[].class, CLAIM, clock.instant())
                        .chain(ended -> Multi.createFrom()
                                .iterable(ended)
                                .onItem()
                                .transformToUniAndConcatenate(this::tell)
                                .collect()
                                .last())),
                LOG,
                "ends of holds could not be told");
    }

    private Uni<Void> tell(Object[] row) {
        UUID incidentId = (UUID) row[0];
        LocalDate day = Columns.day(row[3]);
        return outbox.publishAll(
                Topic.OBLIGATION,
                List.of(
                        new HoldEnded(incidentId, day),
                        new DeadlineMet(Holds.deadlineId(incidentId), incidentId, day, 0)),
                Origin.system((String) row[1], (Boolean) row[2]));
    }
}
