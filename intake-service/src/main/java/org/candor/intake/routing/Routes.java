package org.candor.intake.routing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.events.Event;
import org.candor.events.ReportEvent.ReportRouted;
import org.candor.events.RoutingEvent.RoutingChanged;
import org.candor.events.Topic;
import org.candor.intake.directory.Directory.EntityOfficers;
import org.candor.intake.routing.decision.Route;
import org.candor.intake.routing.decision.Routing;
import org.candor.kit.identity.IncidentRoutings;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.outbox.Outbox.Publication;

/** Decides, stores and publishes the first route of an incident. */
@ApplicationScoped
public class Routes {

    private static final long FIRST_VERSION = 1;

    private final IncidentRoutings routings;
    private final Outbox outbox;
    private final Clock clock;

    Routes(IncidentRoutings routings, Outbox outbox, Clock clock) {
        this.routings = routings;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Opens the incident to whom the report goes. Call inside the transaction that stores the report.
     *
     * @param submitted the fact of the report, published before the route
     */
    public Uni<Void> open(
            UUID incidentId, EntityOfficers entity, List<String> implicated, Event submitted, Origin origin) {
        Route route = Routing.route(entity.officers(), implicated, LocalDate.now(clock.withZone(entity.zone())));
        RoutingChanged record = new RoutingChanged(
                incidentId,
                entity.entityId(),
                route.officers(),
                route.recused(),
                List.of(),
                origin.drill(),
                FIRST_VERSION);
        ReportRouted routed = new ReportRouted(
                incidentId, entity.entityId(), route.officers(), route.reason().name());
        List<Publication> facts = List.of(
                new Publication(Topic.REPORT, submitted),
                new Publication(Topic.REPORT, routed),
                new Publication(Topic.ROUTING, record));
        return routings.put(record).chain(() -> outbox.publishAll(facts, origin));
    }
}
