package org.candor.audit.retention;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.audit.entity.EntityZones;
import org.candor.events.DeadlineEvent;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;

/**
 * The duty to decide on the disposal of an incident's records, from the first day on which they may go. The law sets a
 * shortest time and no longest; that somebody decides is the organisation's own rule. An exercise asks nobody.
 */
@ApplicationScoped
public class DisposalDuty {

    private final EntityZones zones;
    private final Outbox outbox;

    DisposalDuty(EntityZones zones, Outbox outbox) {
        this.zones = zones;
        this.outbox = outbox;
    }

    /** Falls due on the day after the last on which they are kept. */
    public Uni<Void> set(UUID incidentId, LocalDate keepThrough, Origin origin) {
        return zones.of(origin.entityId())
                .map(zone -> new DeadlineSet(
                        idOf(incidentId),
                        incidentId,
                        origin.entityId(),
                        "DISPOSAL_DECISION",
                        "Decide on the disposal of the incident's records",
                        keepThrough.plusDays(1),
                        null,
                        zone.getId(),
                        OfficerRole.PRIVACY_OFFICER,
                        "45 CFR 164.530(j)(2)"))
                .chain(deadline -> publish(deadline, origin));
    }

    public Uni<Void> cancel(UUID incidentId, String reason, Origin origin) {
        return publish(new DeadlineCancelled(idOf(incidentId), incidentId, reason), origin);
    }

    /** Decided; there is no day by which it must be, so nobody is late. */
    public Uni<Void> met(UUID incidentId, LocalDate day, Origin origin) {
        return publish(new DeadlineMet(idOf(incidentId), incidentId, day, 0), origin);
    }

    private Uni<Void> publish(DeadlineEvent deadline, Origin origin) {
        return origin.drill() ? Uni.createFrom().voidItem() : outbox.publish(Topic.RETENTION, deadline, origin);
    }

    private static UUID idOf(UUID incidentId) {
        return UUID.nameUUIDFromBytes(("disposal-decision/" + incidentId).getBytes(UTF_8));
    }
}
