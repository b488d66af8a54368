package org.candor.notification.accounting;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.candor.events.Envelope;
import org.candor.events.ObligationEvent;
import org.candor.events.ObligationEvent.ObligationsComputed;
import org.candor.events.Topic;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignJson;
import org.candor.notification.campaign.decision.Duties;
import org.candor.notification.campaign.decision.Duty;

/** A hold that changes changes when an accounting has to be completed that was given while it held. */
@ApplicationScoped
class HoldConsumer implements EventConsumer<ObligationEvent> {

    private final CampaignDesk desk;
    private final LeftOutRows leftOut;
    private final Clock clock;

    HoldConsumer(CampaignDesk desk, LeftOutRows leftOut, Clock clock) {
        this.desk = desk;
        this.leftOut = leftOut;
        this.clock = clock;
    }

    @Override
    public Topic topic() {
        return Topic.OBLIGATION;
    }

    @Override
    public Uni<Handling> on(ObligationEvent fact, Envelope envelope) {
        return fact instanceof ObligationsComputed computed
                ? move(computed).replaceWith(Handling.APPLIED)
                : Uni.createFrom().item(Handling.APPLIED);
    }

    /** Waits for whoever answers meanwhile, and finds what he has left out. */
    private Uni<Void> move(ObligationsComputed computed) {
        Duties duties = CampaignJson.of(computed);
        return desk.locked(computed.incidentId())
                .chain(campaign -> leftOut.ofIncident(computed.incidentId()))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> {
                            LocalDate today = LocalDate.ofInstant(clock.instant(), row.zone());
                            return leftOut.move(row, duties.heldUntil(today, Duty::byLetter), today);
                        })
                        .onItem()
                        .ignoreAsUni());
    }
}
