package org.candor.investigation.readiness;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.events.DeadlineEvent;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.investigation.readiness.Offices.Office;
import org.candor.kit.outbox.Outbox;

/**
 * Tells the board what is due between incidents: a deadline without an incident, in the name of nobody. Call inside a
 * transaction.
 */
@ApplicationScoped
class Duties {

    private final Outbox outbox;

    Duties(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> announce(
            Office office, UUID id, String kind, String title, LocalDate dueOn, OfficerRole role, String source) {
        return publish(office, List.of(set(office, id, kind, title, dueOn, role, source)));
    }

    Uni<Void> fulfil(Office office, UUID id, LocalDate dueOn) {
        return publish(office, List.of(met(office, id, dueOn)));
    }

    /** @param reason fixed words, never somebody's own */
    Uni<Void> callOff(Office office, UUID id, String reason) {
        return publish(office, List.of(new DeadlineCancelled(id, null, reason)));
    }

    static DeadlineEvent set(
            Office office, UUID id, String kind, String title, LocalDate dueOn, OfficerRole role, String source) {
        return new DeadlineSet(
                id,
                null,
                office.entityId(),
                kind,
                title,
                dueOn,
                null,
                office.zone().getId(),
                role,
                source);
    }

    static DeadlineEvent met(Office office, UUID id, LocalDate dueOn) {
        long late = Math.max(0, office.today().toEpochDay() - dueOn.toEpochDay());
        return new DeadlineMet(id, null, office.today(), late);
    }

    Uni<Void> publish(Office office, List<DeadlineEvent> events) {
        return outbox.publishAll(Topic.CASE, events, office.origin());
    }
}
