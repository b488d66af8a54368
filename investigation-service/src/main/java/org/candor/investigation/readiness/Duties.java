package org.candor.investigation.readiness;

import io.smallrye.mutiny.Multi;
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
import org.candor.investigation.readiness.decision.TrainingDuties;
import org.candor.investigation.readiness.decision.TrainingDuties.Duty;
import org.candor.investigation.readiness.decision.TrainingDuties.Step;
import org.candor.kit.data.Sql;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;

/**
 * Tells the board what is due between incidents: a deadline without an incident, in the name of nobody. Call inside a
 * transaction.
 */
@ApplicationScoped
class Duties {

    private static final String ANNOUNCE = """
            insert into readiness_duty (id, entity_id, duty_key, kind, due_on) values (?1, ?2, ?3, ?4, ?5)
            on conflict (entity_id, duty_key) do update set due_on = excluded.due_on, ended = null
            returning id
            """;

    private static final String END =
            "update readiness_duty set ended = ?3 where entity_id = ?1 and duty_key = ?2 returning id";

    private final Workforce workforce;
    private final Outbox outbox;
    private final Ids ids;

    Duties(Workforce workforce, Outbox outbox, Ids ids) {
        this.workforce = workforce;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** What is announced follows what the roll asks for; after every change of it, in an office that was entered for it. */
    Uni<Void> settle(Office office) {
        return workforce
                .roll(office.entityId(), office.today())
                .chain(roll -> workforce
                        .duties(office.entityId())
                        .map(open -> TrainingDuties.steps(
                                roll, open.stream().map(DutyRow::duty).toList())))
                .chain(steps -> Multi.createFrom()
                        .iterable(steps)
                        .onItem()
                        .transformToUniAndConcatenate(step -> take(office, step))
                        .onItem()
                        .ignoreAsUni());
    }

    Uni<Void> announce(
            Office office, UUID id, String kind, String title, LocalDate dueOn, OfficerRole role, String source) {
        return publish(
                office,
                new DeadlineSet(
                        id,
                        null,
                        office.entityId(),
                        kind,
                        title,
                        dueOn,
                        null,
                        office.zone().getId(),
                        role,
                        source));
    }

    Uni<Void> fulfil(Office office, UUID id, LocalDate dueOn) {
        long late = Math.max(0, office.today().toEpochDay() - dueOn.toEpochDay());
        return publish(office, new DeadlineMet(id, null, office.today(), late));
    }

    /** @param reason fixed words, never somebody's own */
    Uni<Void> callOff(Office office, UUID id, String reason) {
        return publish(office, new DeadlineCancelled(id, null, reason));
    }

    private Uni<Void> take(Office office, Step step) {
        return switch (step) {
            case Step.Announce announce -> announce(office, announce.duty());
            case Step.Fulfil fulfil ->
                ended(office, fulfil.duty(), "MET")
                        .chain(id -> fulfil(office, id, fulfil.duty().dueOn()));
            case Step.CallOff callOff ->
                ended(office, callOff.duty(), "CANCELLED")
                        .chain(id -> callOff(office, id, "Nobody is left who would have to be trained"));
        };
    }

    private Uni<UUID> ended(Office office, Duty duty, String how) {
        return Sql.rows(UUID.class, END, office.entityId(), duty.key(), how).map(List::getFirst);
    }

    private Uni<Void> announce(Office office, Duty duty) {
        boolean joined = duty.kind() == TrainingDuties.Kind.TRAINING_NEW_MEMBER;
        String title = joined ? "Train a new member of the workforce" : "Train again whom a changed policy concerns";
        String source = joined
                ? "45 CFR 164.530(b)(2)(i)(B), 164.308(a)(5)(i)"
                : "45 CFR 164.530(b)(2)(i)(C), 164.308(a)(5)(i)";
        return Sql.rows(
                        UUID.class,
                        ANNOUNCE,
                        ids.next(),
                        office.entityId(),
                        duty.key(),
                        duty.kind().name(),
                        duty.dueOn())
                .map(List::getFirst)
                .chain(id -> announce(
                        office, id, duty.kind().name(), title, duty.dueOn(), OfficerRole.SECURITY_OFFICER, source));
    }

    private Uni<Void> publish(Office office, DeadlineEvent event) {
        return outbox.publishAll(Topic.CASE, List.of(event), office.origin());
    }
}
