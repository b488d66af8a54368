package org.candor.kit.identity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.candor.events.Envelope;
import org.candor.events.RoutingEvent;
import org.candor.events.RoutingEvent.RoutingChanged;
import org.candor.events.Topic;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;

/** Keeps the copy of the routing records up to date. */
@ApplicationScoped
class RoutingConsumer implements EventConsumer<RoutingEvent> {

    private final IncidentRoutings routings;

    RoutingConsumer(IncidentRoutings routings) {
        this.routings = routings;
    }

    @Override
    public Topic topic() {
        return Topic.ROUTING;
    }

    @Override
    public Uni<Handling> on(RoutingEvent fact, Envelope envelope) {
        return switch (fact) {
            case RoutingChanged record -> routings.put(record).replaceWith(Handling.APPLIED);
        };
    }
}
