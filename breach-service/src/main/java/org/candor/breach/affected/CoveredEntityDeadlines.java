package org.candor.breach.affected;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.obligations.KeptComputation;
import org.candor.breach.obligations.KeptObligation;
import org.candor.breach.obligations.Recomputing.Breach;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.ObligationEvent;
import org.candor.events.ObligationKind;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;

/** The notice to each covered entity has a deadline of its own, which moves with the duty of 45 CFR 164.410. */
@ApplicationScoped
public class CoveredEntityDeadlines {

    private static final String OWN = "US-BA-OWN";

    private static final String MOVE = """
            update affected_entity set due = cast(nullif(?2, '') as date)
             where incident_id = ?1 and told_on is null and due is distinct from cast(nullif(?2, '') as date)
            returning id
            """;

    private final Outbox outbox;

    CoveredEntityDeadlines(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Tells of those that were not told yet and whose day is another now. */
    public Uni<Void> follow(Breach breach, Optional<KeptComputation> standing, Origin origin) {
        LocalDate due = duty(standing).map(KeptObligation::due).orElse(null);
        return Sql.rows(UUID.class, MOVE, breach.incidentId(), Objects.toString(due, ""))
                .chain(moved -> outbox.publishAll(Topic.OBLIGATION, facts(breach, moved, due), origin));
    }

    /** The entity's own duty as a business associate; empty where it acts as a covered entity. */
    static Optional<KeptObligation> duty(Optional<KeptComputation> standing) {
        return standing.stream()
                .flatMap(computation -> computation.obligations().stream())
                .filter(duty -> duty.kind() == ObligationKind.BUSINESS_ASSOCIATE_NOTICE
                        && duty.ruleId().equals(OWN))
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
