package org.candor.audit.retention;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.candor.events.CaseEvent.CaseClosed;
import org.candor.events.CaseEvent.CaseReopened;
import org.candor.events.Envelope;
import org.candor.events.Event;
import org.candor.events.NoticeEvent.CampaignCompleted;
import org.candor.events.NoticeEvent.CampaignOpened;
import org.candor.events.Topic;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;
import org.candor.kit.outbox.Origin;

/** The end of a case or of its notices sets the date through which the incident's records are kept. */
@ApplicationScoped
class RetentionConsumer implements EventConsumer<Event> {

    private final Retaining retaining;

    RetentionConsumer(Retaining retaining) {
        this.retaining = retaining;
    }

    @Override
    public Topic topic() {
        return Topic.CASE;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.CASE, Topic.NOTICE);
    }

    @Override
    public Uni<Handling> on(Event fact, Envelope envelope) {
        Origin origin = Origin.system(envelope.entityId(), envelope.drill());
        Uni<Void> done = switch (fact) {
            case CaseClosed closed ->
                retaining.decide(
                        closed.incidentId(), origin, (known, rule) -> known.caseClosed(closed.concludedOn(), rule));
            case CaseReopened reopened ->
                retaining.decide(reopened.incidentId(), origin, (known, rule) -> known.caseOpenedAgain());
            case CampaignOpened opened ->
                retaining.decide(opened.incidentId(), origin, (known, rule) -> known.campaignOpened());
            case CampaignCompleted completed ->
                retaining.decide(
                        completed.incidentId(),
                        origin,
                        (known, rule) -> known.campaignCompleted(completed.completedOn(), rule));
            default -> Uni.createFrom().voidItem();
        };
        return done.replaceWith(Handling.APPLIED);
    }
}
