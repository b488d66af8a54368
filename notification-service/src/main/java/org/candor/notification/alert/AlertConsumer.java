package org.candor.notification.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.candor.events.AssessmentEvent.AssessmentOpened;
import org.candor.events.CaseEvent.CaseOpened;
import org.candor.events.Envelope;
import org.candor.events.Event;
import org.candor.events.RoutingEvent.RoutingChanged;
import org.candor.events.Topic;
import org.candor.kit.identity.IncidentRouting;
import org.candor.kit.identity.IncidentRoutings;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;

/**
 * What begins is told at once; until the routing record has come, it is told to nobody. Whoever comes to be in charge later,
 * because others are absent or recused, is told then (policy I.B.1.c).
 */
@ApplicationScoped
class AlertConsumer implements EventConsumer<Event> {

    private static final long FIRST = 1;

    private final Alerts alerts;
    private final IncidentRoutings routings;

    AlertConsumer(Alerts alerts, IncidentRoutings routings) {
        this.alerts = alerts;
        this.routings = routings;
    }

    @Override
    public Topic topic() {
        return Topic.CASE;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.CASE, Topic.ASSESSMENT, Topic.ROUTING);
    }

    @Override
    public Uni<Handling> on(Event fact, Envelope envelope) {
        return switch (fact) {
            case CaseOpened opened ->
                routings.find(opened.incidentId())
                        .chain(routing -> routing.isEmpty()
                                ? waiting()
                                : alerts.caseOpened(routing.get()).replaceWith(Handling.APPLIED));
            case AssessmentOpened opened ->
                routings.find(opened.incidentId())
                        .chain(routing -> routing.isEmpty()
                                ? waiting()
                                : alerts.assessmentOpened(routing.get()).replaceWith(Handling.APPLIED));
            case RoutingChanged changed
            when changed.version() > FIRST ->
                alerts.takenOver(new IncidentRouting(
                                changed.incidentId(), changed.entityId(), changed.drill(), changed.officers()))
                        .replaceWith(Handling.APPLIED);
            default -> Uni.createFrom().item(Handling.APPLIED);
        };
    }

    private static Uni<Handling> waiting() {
        return Uni.createFrom().item(Handling.WAITING);
    }
}
