package org.candor.kit.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.candor.events.AssessmentEvent;
import org.candor.events.AssessmentEvent.AssessmentOpened;
import org.candor.events.Envelope;
import org.candor.events.Topic;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;

/** The precondition for which routed reports wait. */
@ApplicationScoped
class AssessmentConsumer implements EventConsumer<AssessmentEvent> {

    private final Effects effects;

    AssessmentConsumer(Effects effects) {
        this.effects = effects;
    }

    @Override
    public Topic topic() {
        return Topic.ASSESSMENT;
    }

    @Override
    public Uni<Handling> on(AssessmentEvent fact, Envelope envelope) {
        return fact instanceof AssessmentOpened opened
                ? effects.add(envelope, opened.incidentId(), "assessed").replaceWith(Handling.APPLIED)
                : Uni.createFrom().item(Handling.APPLIED);
    }
}
