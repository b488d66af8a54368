package org.candor.audit.retention;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.candor.audit.retention.decision.IncidentRetention;
import org.candor.audit.retention.decision.IncidentRetention.Decision;
import org.candor.audit.retention.decision.IncidentRetention.Kept;
import org.candor.audit.retention.decision.RetentionRule;
import org.candor.events.CaseEvent.CaseClosed;
import org.candor.events.Envelope;
import org.candor.events.Event;
import org.candor.events.NoticeEvent.CampaignCompleted;
import org.candor.events.NoticeEvent.CampaignOpened;
import org.candor.events.RetentionEvent.RetentionSet;
import org.candor.events.Topic;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The end of a case or of its notices sets the date through which the incident's records are kept. */
@ApplicationScoped
class RetentionConsumer implements EventConsumer<Event> {

    private final Retentions retentions;
    private final Outbox outbox;
    private final RetentionRule rule;

    RetentionConsumer(
            Retentions retentions, Outbox outbox, @ConfigProperty(name = "candor.retention.keep-for") Period keepFor) {
        this.retentions = retentions;
        this.outbox = outbox;
        this.rule = RetentionRule.HIPAA.longer(keepFor);
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
        Uni<Void> done = switch (fact) {
            case CaseClosed closed ->
                decide(closed.incidentId(), envelope, known -> known.caseClosed(closed.concludedOn(), rule));
            case CampaignOpened opened -> decide(opened.incidentId(), envelope, IncidentRetention::campaignOpened);
            case CampaignCompleted completed ->
                decide(
                        completed.incidentId(),
                        envelope,
                        known -> known.campaignCompleted(completed.completedOn(), rule));
            default -> Uni.createFrom().voidItem();
        };
        return done.replaceWith(Handling.APPLIED);
    }

    private Uni<Void> decide(UUID incidentId, Envelope envelope, Function<IncidentRetention, Decision> command) {
        return retentions.of(incidentId).chain(row -> {
            Decision decision = command.apply(row.state());
            row.take(decision.next());
            return decision.kept()
                    .map(kept -> publish(incidentId, kept, envelope))
                    .orElseGet(() -> Uni.createFrom().voidItem());
        });
    }

    private Uni<Void> publish(UUID incidentId, Kept kept, Envelope envelope) {
        return outbox.publish(
                Topic.RETENTION,
                new RetentionSet(incidentId, kept.concludedOn(), kept.keepThrough(), kept.reason()),
                Origin.system(envelope.entityId(), envelope.drill()));
    }
}
