package org.candor.breach.affected;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.obligations.ComputationFollower;
import org.candor.breach.obligations.KeptComputation;
import org.candor.breach.obligations.KeptObligation;
import org.candor.breach.obligations.Recomputing.Breach;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.ObligationEvent;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;

/** The notice to each covered entity has a deadline of its own, which moves with the duty of 45 CFR 164.410. */
@ApplicationScoped
class CoveredEntityDeadlines implements ComputationFollower {

    // Who recorded the duty as done said that everybody was told; who takes that back says it of those alone.
    private static final String ALL_TOLD = """
        update affected_entity set told_on = ?2, told_how = 'DUTY' where incident_id = ?1 and told_on is null
        returning id
        """;

    private static final String OPEN_AGAIN = """
        update affected_entity set told_on = null, told_how = null, due = null
         where incident_id = ?1 and told_how = 'DUTY'
        """;

    private static final String MOVE = """
        update affected_entity set due = cast(nullif(?2, '') as date)
         where incident_id = ?1 and told_on is null and due is distinct from cast(nullif(?2, '') as date)
        returning id
        """;

    private final Outbox outbox;

    CoveredEntityDeadlines(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Tells of those that were not told yet and whose day is another now, and of those that were told with the duty. */
    @Override
    public Uni<Void> follow(Breach breach, Optional<KeptComputation> standing, Origin origin) {
        Optional<KeptObligation> duty = duty(standing);
        Optional<LocalDate> done = duty.map(KeptObligation::completedOn);
        return done.isPresent() ? allTold(breach, duty.get(), origin) : open(breach, duty, origin);
    }

    private Uni<Void> allTold(Breach breach, KeptObligation duty, Origin origin) {
        LocalDate day = duty.completedOn();
        return Sql.rows(UUID.class, ALL_TOLD, breach.incidentId(), day)
                .chain(told -> outbox.publishAll(
                        Topic.OBLIGATION,
                        told.stream()
                                .<ObligationEvent>map(id -> breach.met(id, day, duty.due()))
                                .toList(),
                        origin));
    }

    private Uni<Void> open(Breach breach, Optional<KeptObligation> duty, Origin origin) {
        LocalDate due = duty.map(KeptObligation::due).orElse(null);
        return Sql.update(OPEN_AGAIN, breach.incidentId())
                .chain(() -> Sql.rows(UUID.class, MOVE, breach.incidentId(), Objects.toString(due, "")))
                .chain(moved -> outbox.publishAll(Topic.OBLIGATION, facts(breach, moved, due), origin));
    }

    /** The entity's own duty as a business associate; empty where it acts as a covered entity. */
    static Optional<KeptObligation> duty(Optional<KeptComputation> standing) {
        return standing.stream()
                .flatMap(computation -> computation.obligations().stream())
                .filter(KeptObligation::ofTheEntityAsBusinessAssociate)
                .findFirst();
    }

    private static List<ObligationEvent> facts(Breach breach, List<UUID> moved, LocalDate due) {
        return moved.stream()
                .<ObligationEvent>map(id -> due == null
                        ? new DeadlineCancelled(
                                id, breach.incidentId(), "no notice to a covered entity is owed any more")
                        : breach.deadline(
                                id,
                                "COVERED_ENTITY_NOTICE",
                                "Tell one affected covered entity, and name its people",
                                due,
                                OfficerRole.PRIVACY_OFFICER,
                                "45 CFR 164.410(b), (c)"))
                .toList();
    }
}
