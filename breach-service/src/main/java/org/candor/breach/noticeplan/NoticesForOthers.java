package org.candor.breach.noticeplan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.breach.assessment.BreachHead;
import org.candor.breach.noticeplan.NoticePlanView.Letters;
import org.candor.breach.obligations.Columns;
import org.candor.breach.obligations.ComputationFollower;
import org.candor.breach.obligations.KeptComputation;
import org.candor.breach.obligations.KeptObligation;
import org.candor.breach.obligations.Recomputing.Breach;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.ObligationEvent;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.web.PersonalText;

/**
 * Notices that the entity gives for a covered entity outside of the installation. What it has taken on has a deadline: the last
 * day of its own letters, or as a business associate that of its own notice, for the other's sixty days can begin as early
 * as that (45 CFR 164.404(a)(2), (b)).
 */
@ApplicationScoped
class NoticesForOthers implements ComputationFollower {

    private static final String PLACE = "notices_for_other.proof";
    private static final String NO_LONGER = "the notices of that covered entity are no longer this entity's to give";

    // What was given is given: it stays when the plan changes.
    private static final String DROP = """
        delete from notices_for_other
         where incident_id = ?1 and given_on is null and not (cast(affected_id as text) = any (string_to_array(?2, ',')))
        returning affected_id
        """;

    private static final String TAKE_ON = """
        insert into notices_for_other (affected_id, incident_id)
        select cast(id as uuid), ?1 from unnest(string_to_array(nullif(?2, ''), ',')) as id on conflict do nothing
        """;

    private static final String MOVE = """
        update notices_for_other set due = cast(nullif(?2, '') as date)
         where incident_id = ?1 and given_on is null and due is distinct from cast(nullif(?2, '') as date)
        returning affected_id
        """;

    private static final String GIVE = """
        update notices_for_other set given_on = ?3, proof = ?4, recorded_by = ?5, recorded_at = ?6
         where incident_id = ?1 and affected_id = ?2 and given_on is null
        """;

    private static final String ALL = """
        select affected_id, due, given_on, proof, recorded_by from notices_for_other where incident_id = ?1
        """;

    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    NoticesForOthers(Outbox outbox, Caller caller, Clock clock) {
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** By covered entity. */
    Uni<Map<UUID, Letters>> of(BreachHead head) {
        return Sql.rows(Object[].class, ALL, head.incidentId()).map(rows -> {
            Map<UUID, Letters> letters = new HashMap<>();
            rows.forEach(row -> letters.put((UUID) row[0], letters(head, row)));
            return letters;
        });
    }

    private static Letters letters(BreachHead head, Object[] row) {
        PersonalText proof =
                row[3] == null ? null : new PersonalText(head.cipher().read(PLACE, (UUID) row[0], (byte[]) row[3]));
        return new Letters(Columns.day(row[1]), Columns.day(row[2]), proof, (String) row[4]);
    }

    /** These are the entity's to give from now on, and no others. */
    Uni<Void> take(BreachHead head, Set<UUID> affected) {
        String ids = affected.stream().map(UUID::toString).sorted().collect(Collectors.joining(","));
        Origin origin = head.origin(caller.subject());
        return Sql.rows(UUID.class, DROP, head.incidentId(), ids)
                .chain(gone -> outbox.publishAll(
                        Topic.OBLIGATION,
                        gone.stream()
                                .<ObligationEvent>map(id -> cancelled(head.incidentId(), id))
                                .toList(),
                        origin))
                .chain(() -> Sql.update(TAKE_ON, head.incidentId(), ids))
                .chain(() -> follow(head.breach(), head.standing(), origin));
    }

    /** False where they are not the entity's to give, or were given before. */
    Uni<Boolean> given(BreachHead head, UUID affectedId, LocalDate day, LocalDate due, PersonalText proof) {
        byte[] sealed = head.cipher().seal(PLACE, affectedId, proof.value());
        return Sql.update(GIVE, head.incidentId(), affectedId, day, sealed, caller.subject(), clock.instant())
                .call(given -> given == 0 || due == null
                        ? Uni.createFrom().voidItem()
                        : outbox.publish(
                                Topic.OBLIGATION,
                                head.breach().met(idOf(head.incidentId(), affectedId), day, due),
                                head.origin(caller.subject())))
                .map(given -> given == 1);
    }

    @Override
    public Uni<Void> follow(Breach breach, Optional<KeptComputation> standing, Origin origin) {
        LocalDate due = standing.flatMap(NoticesForOthers::due).orElse(null);
        return Sql.rows(UUID.class, MOVE, breach.incidentId(), Objects.toString(due, ""))
                .chain(moved -> outbox.publishAll(
                        Topic.OBLIGATION,
                        moved.stream().map(id -> told(breach, id, due)).toList(),
                        origin));
    }

    private static Optional<LocalDate> due(KeptComputation standing) {
        return Optional.ofNullable(standing.combinedLetterDue())
                .or(() -> standing.obligations().stream()
                        .filter(KeptObligation::ofTheEntityAsBusinessAssociate)
                        .map(KeptObligation::due)
                        .findFirst());
    }

    private static ObligationEvent told(Breach breach, UUID affectedId, LocalDate due) {
        return due == null
                ? cancelled(breach.incidentId(), affectedId)
                : breach.deadline(
                        idOf(breach.incidentId(), affectedId),
                        "NOTICES_FOR_OTHER",
                        "Give the notices that another covered entity has left to this one, and send it the proof",
                        due,
                        OfficerRole.PRIVACY_OFFICER,
                        "45 CFR 164.404(b); policy III.A.4.b");
    }

    private static DeadlineCancelled cancelled(UUID incidentId, UUID affectedId) {
        return new DeadlineCancelled(idOf(incidentId, affectedId), incidentId, NO_LONGER);
    }

    private static UUID idOf(UUID incidentId, UUID affectedId) {
        return KeptObligation.idOf(incidentId, "NOTICES-FOR-" + affectedId);
    }
}
