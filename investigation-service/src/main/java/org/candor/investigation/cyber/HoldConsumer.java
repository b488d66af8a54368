package org.candor.investigation.cyber;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.candor.events.Envelope;
import org.candor.events.ObligationEvent;
import org.candor.events.ObligationEvent.HoldEnded;
import org.candor.events.ObligationEvent.HoldPlaced;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;

/**
 * Keeps until when a law-enforcement statement holds the notices (policy II.B.1.b). Breach-service keeps the statement and
 * decides what it holds; whoever reports to an agency sees here that there is one. It may come before the case.
 */
@ApplicationScoped
class HoldConsumer implements EventConsumer<ObligationEvent> {

    private static final String PLACED = """
            insert into notice_clock (incident_id, stated_on, held_until) values (?1, ?2, ?3)
            on conflict (incident_id) do update
               set stated_on = excluded.stated_on, held_until = excluded.held_until, ended_on = null
            """;

    private static final String ENDED =
            "update notice_clock set ended_on = ?2 where incident_id = ?1 and held_until is not null";

    @Override
    public Topic topic() {
        return Topic.OBLIGATION;
    }

    @Override
    public Uni<Handling> on(ObligationEvent fact, Envelope envelope) {
        Uni<Integer> kept = switch (fact) {
            case HoldPlaced placed -> Sql.update(PLACED, placed.incidentId(), placed.statedOn(), placed.heldUntil());
            case HoldEnded ended -> Sql.update(ENDED, ended.incidentId(), ended.endedOn());
            default -> Uni.createFrom().item(0);
        };
        return kept.replaceWith(Handling.APPLIED);
    }
}
