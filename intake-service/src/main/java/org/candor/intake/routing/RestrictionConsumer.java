package org.candor.intake.routing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.candor.events.CaseEvent;
import org.candor.events.CaseEvent.ReadersRestricted;
import org.candor.events.Envelope;
import org.candor.events.Topic;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;
import org.candor.kit.outbox.Origin;

/** Puts the readers that investigation restricted into the routing record, from where every service takes them. */
@ApplicationScoped
class RestrictionConsumer implements EventConsumer<CaseEvent> {

    private final Routes routes;

    RestrictionConsumer(Routes routes) {
        this.routes = routes;
    }

    @Override
    public Topic topic() {
        return Topic.CASE;
    }

    @Override
    public Uni<Handling> on(CaseEvent fact, Envelope envelope) {
        return fact instanceof ReadersRestricted restricted
                ? routes.restrict(
                                restricted.incidentId(),
                                restricted.readers(),
                                Origin.system(envelope.entityId(), envelope.drill()))
                        .replaceWith(Handling.APPLIED)
                : Uni.createFrom().item(Handling.APPLIED);
    }
}
