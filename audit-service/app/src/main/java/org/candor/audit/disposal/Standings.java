package org.candor.audit.disposal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.audit.disposal.decision.Standing;
import org.candor.audit.entity.EntityZones;
import org.candor.audit.hold.Holds;
import org.candor.audit.retention.KnownRetention;
import org.candor.audit.retention.Retaining;

/** How the records of an incident stand now. Call inside a session. */
@ApplicationScoped
class Standings {

    private final Retaining retaining;
    private final Holds holds;
    private final EntityZones zones;
    private final Clock clock;

    Standings(Retaining retaining, Holds holds, EntityZones zones, Clock clock) {
        this.retaining = retaining;
        this.holds = holds;
        this.zones = zones;
        this.clock = clock;
    }

    Uni<Standing> of(UUID incidentId, String entityId) {
        return today(entityId)
                .chain(today -> retaining
                        .find(incidentId)
                        .chain(known -> holds.on(incidentId)
                                .map(on -> new Standing(known.map(KnownRetention::state), on.size(), today))));
    }

    /** In the calendar of the legal entity. */
    Uni<LocalDate> today(String entityId) {
        return zones.of(entityId).map(zone -> LocalDate.ofInstant(clock.instant(), zone));
    }
}
