package org.candor.breach.obligations;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.obligations.Recomputing.Breach;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.ObligationEvent;
import org.candor.events.ObligationEvent.HoldEnded;
import org.candor.events.ObligationEvent.HoldPlaced;
import org.candor.events.OfficerRole;
import org.candor.kit.data.Sql;
import org.candor.kit.outbox.Origin;

/**
 * What law enforcement holds (45 CFR 164.412). The last day of a hold is told as a deadline as soon as it is known, so that
 * the end of a hold is announced ahead.
 */
@ApplicationScoped
class Holds {

    private static final String PUT = """
            insert into hold (incident_id, entity_id, drill, time_zone, held_until) values (?1, ?2, ?3, ?4, ?5)
            on conflict (incident_id) do update set held_until = excluded.held_until, ended = false
            """;

    private static final String REMOVE = "delete from hold where incident_id = ?1 and not ended";

    /** Follows the computation; answers what is to be told. */
    Uni<List<ObligationEvent>> follow(
            Breach breach, Optional<KeptComputation> before, KeptComputation now, LocalDate today, Origin origin) {
        LocalDate was = before.map(Holds::heldUntil).orElse(null);
        LocalDate until = heldUntil(now);
        if (Objects.equals(was, until)) {
            return Uni.createFrom().item(List.of());
        }
        if (until == null) {
            return Sql.update(REMOVE, breach.incidentId()).map(removed -> lifted(breach, removed == 1, today));
        }
        return Sql.update(
                        PUT,
                        breach.incidentId(),
                        origin.entityId(),
                        origin.drill(),
                        breach.zone().getId(),
                        until)
                .replaceWith(placed(breach, now, until));
    }

    /** The id of the deadline that announces the end of the hold. */
    static UUID deadlineId(UUID incidentId) {
        return KeptObligation.idOf(incidentId, "hold");
    }

    private static List<ObligationEvent> placed(Breach breach, KeptComputation now, LocalDate until) {
        LocalDate stated = now.facts().lawEnforcementDelays().stream()
                .map(FactsView.DelayView::statedOn)
                .min(LocalDate::compareTo)
                .orElseThrow();
        return List.of(
                new HoldPlaced(breach.incidentId(), stated, until),
                breach.deadline(
                        deadlineId(breach.incidentId()),
                        "HOLD_END",
                        "The law-enforcement hold ends: held notices may go, and may be due, on this day",
                        until,
                        OfficerRole.PRIVACY_OFFICER,
                        "45 CFR 164.412"));
    }

    private static List<ObligationEvent> lifted(Breach breach, boolean running, LocalDate today) {
        List<ObligationEvent> events = new ArrayList<>();
        if (running) {
            events.add(new HoldEnded(breach.incidentId(), today));
            events.add(new DeadlineCancelled(
                    deadlineId(breach.incidentId()), breach.incidentId(), "nothing holds the notices any more"));
        }
        return events;
    }

    private static LocalDate heldUntil(KeptComputation computation) {
        return computation.obligations().stream()
                .map(KeptObligation::heldUntil)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }
}
