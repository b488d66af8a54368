package org.candor.investigation.cyber;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.candor.events.AssessmentEvent;
import org.candor.events.AssessmentEvent.DiscoveryDetermined;
import org.candor.events.Envelope;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;

/** Keeps the discovery day, from which the 60 days run. It may come before the case. */
@ApplicationScoped
class DiscoveryConsumer implements EventConsumer<AssessmentEvent> {

    private static final String PUT = """
            insert into notice_clock (incident_id, discovered_on) values (?1, cast(nullif(?2, '') as date))
            on conflict (incident_id) do update set discovered_on = excluded.discovered_on
            """;

    @Override
    public Topic topic() {
        return Topic.ASSESSMENT;
    }

    @Override
    public Uni<Handling> on(AssessmentEvent fact, Envelope envelope) {
        return fact instanceof DiscoveryDetermined determined
                ? put(
                        determined.incidentId(),
                        determined.discoveredOn() == null
                                ? ""
                                : determined.discoveredOn().toString())
                : Uni.createFrom().item(Handling.APPLIED);
    }

    private static Uni<Handling> put(UUID incidentId, String day) {
        return Sql.update(PUT, incidentId, day).replaceWith(Handling.APPLIED);
    }
}
