package org.candor.notification.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.candor.events.AssessmentEvent;
import org.candor.events.CaseEvent;
import org.candor.events.Envelope;
import org.candor.events.Event;
import org.candor.events.NoticeEvent;
import org.candor.events.ObligationEvent;
import org.candor.events.ReportEvent;
import org.candor.events.RetentionEvent;
import org.candor.events.Topic;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;

/** Keeps a delivery for each subscription of a fact's type. Of an exercise nothing leaves. */
@ApplicationScoped
class WebhookConsumer implements EventConsumer<Event> {

    /** Of whose facts other systems may be told. */
    static final Set<Topic> TOPICS =
            Set.of(Topic.REPORT, Topic.CASE, Topic.ASSESSMENT, Topic.OBLIGATION, Topic.NOTICE, Topic.RETENTION);

    private final Deliveries deliveries;
    private final Clock clock;

    WebhookConsumer(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public Topic topic() {
        return Topic.CASE;
    }

    @Override
    public Set<Topic> topics() {
        return TOPICS;
    }

    @Override
    public Uni<Handling> on(Event fact, Envelope envelope) {
        if (envelope.drill()) {
            return Uni.createFrom().item(Handling.APPLIED);
        }
        UUID incidentId = incident(fact);
        return deliveries
                .add(
                        envelope.id(),
                        incidentId,
                        envelope.type(),
                        Payload.of(fact, envelope, incidentId),
                        envelope.entityId(),
                        clock.instant())
                .replaceWith(Handling.APPLIED);
    }

    private static UUID incident(Event fact) {
        return switch (fact) {
            case ReportEvent report -> report.incidentId();
            case CaseEvent one -> one.incidentId();
            case AssessmentEvent assessment -> assessment.incidentId();
            case ObligationEvent obligation -> obligation.incidentId();
            case NoticeEvent notice -> notice.incidentId();
            case RetentionEvent retention -> retention.incidentId();
            default -> null;
        };
    }
}
