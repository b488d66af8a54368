package org.candor.notification.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.candor.events.AssessmentEvent.AssessmentOpened;
import org.candor.events.CaseEvent.CaseOpened;
import org.candor.events.CaseEvent.CaseReopened;
import org.candor.events.Envelope;
import org.candor.events.Event;
import org.candor.events.ReportEvent.BreakGlassUsed;
import org.candor.events.ReportEvent.CheckUpDue;
import org.candor.events.ReportEvent.ImplicatedPersonAdded;
import org.candor.events.ReportEvent.ReportRouted;
import org.candor.events.ReportEvent.ReporterMessageReceived;
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
        return Set.of(Topic.REPORT, Topic.CASE, Topic.ASSESSMENT, Topic.ROUTING);
    }

    @Override
    public Uni<Handling> on(Event fact, Envelope envelope) {
        return switch (fact) {
            // An exercise begins with a case; all else with a report. Whichever comes first tells, the other tells
            // nobody twice.
            case ReportRouted routed -> routed(routed.incidentId(), alerts::incident);
            case CaseOpened opened -> routed(opened.incidentId(), alerts::incident);
            case AssessmentOpened opened ->
                routed(opened.incidentId(), routing -> alerts.administrators(AlertKind.ASSESSMENT_OPENED, "", routing));
            case CaseReopened reopened ->
                told(
                        reopened.incidentId(),
                        AlertKind.CASE_REOPENED,
                        envelope.id().toString());
            case ReporterMessageReceived message ->
                told(
                        message.incidentId(),
                        AlertKind.REPORTER_WROTE,
                        message.messageId().toString());
            case BreakGlassUsed used ->
                routed(
                        used.incidentId(),
                        routing -> alerts.watching(
                                AlertKind.BREAK_GLASS, used.exceptionId().toString(), routing, envelope.actor()));
            case CheckUpDue due -> told(due.incidentId(), AlertKind.CHECK_UP_DUE, Long.toString(due.number()));
            // Where the directory knows him, the routing record that follows says who is in charge, and he may be it no
            // longer.
            case ImplicatedPersonAdded added
            when !added.inDirectory() ->
                told(added.incidentId(), AlertKind.PERSON_NAMED, envelope.id().toString());
            case RoutingChanged changed
            when changed.version() > FIRST ->
                alerts.inCharge(AlertKind.INCIDENT, "", routing(changed)).replaceWith(Handling.APPLIED);
            default -> Uni.createFrom().item(Handling.APPLIED);
        };
    }

    private Uni<Handling> told(UUID incidentId, AlertKind kind, String occasion) {
        return routed(incidentId, routing -> alerts.inCharge(kind, occasion, routing));
    }

    private Uni<Handling> routed(UUID incidentId, Function<IncidentRouting, Uni<Void>> telling) {
        return routings.find(incidentId)
                .chain(routing -> routing.isEmpty()
                        ? Uni.createFrom().item(Handling.WAITING)
                        : telling.apply(routing.get()).replaceWith(Handling.APPLIED));
    }

    private static IncidentRouting routing(RoutingChanged changed) {
        return new IncidentRouting(changed.incidentId(), changed.entityId(), changed.drill(), changed.officers());
    }
}
