package org.candor.audit.programme;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.audit.AuditProblem;
import org.candor.audit.entity.EntityZones;
import org.candor.audit.programme.DutyRow.State;
import org.candor.audit.programme.Register.Entry;
import org.candor.audit.programme.decision.Completion;
import org.candor.audit.programme.decision.Duty;
import org.candor.audit.programme.decision.Duty.Accepted;
import org.candor.audit.programme.decision.Duty.Open;
import org.candor.audit.programme.decision.Duty.Outcome;
import org.candor.events.OfficerRole;
import org.candor.kit.errors.Problem;
import org.candor.kit.time.Ids;
import org.candor.kit.web.PersonalText;

/**
 * Stores what is decided of a duty, with its proof and with the deadline that tells of it, in one transaction. Rows that are
 * given were locked before. Call inside a transaction.
 */
@ApplicationScoped
class DutyBook {

    private static final String NOTHING = "";

    private final Kinds kinds;
    private final Duties duties;
    private final Rounds rounds;
    private final DutyNotes notes;
    private final DutyDeadlines deadlines;
    private final EntityZones zones;
    private final Ids ids;
    private final Clock clock;

    DutyBook(
            Kinds kinds,
            Duties duties,
            Rounds rounds,
            DutyNotes notes,
            DutyDeadlines deadlines,
            EntityZones zones,
            Ids ids,
            Clock clock) {
        this.kinds = kinds;
        this.duties = duties;
        this.rounds = rounds;
        this.notes = notes;
        this.deadlines = deadlines;
        this.zones = zones;
        this.ids = ids;
        this.clock = clock;
    }

    /** What proves a completion. */
    record Proof(Optional<UUID> documentId, Optional<PersonalText> note, Optional<PersonalText> reason) {}

    /** The id of the new duty; empty where the same is open already. */
    Uni<Optional<UUID>> enter(Entry entry, String actor) {
        UUID id = ids.next();
        return notes.seal(id, DutyNotes.ENTERED, entry.note())
                .chain(note -> add(List.of(DutyRow.first(id, entry, note, actor, now())), actor))
                .map(fresh -> fresh.stream().findFirst());
    }

    /** Duties of one entity, without notes; answers how many were new. */
    Uni<Integer> enterAll(List<Entry> entries, String actor) {
        return enterDrafts(
                        entries.stream()
                                .map(entry -> new Draft<>(ids.next(), entry))
                                .toList(),
                        actor)
                .map(Set::size);
    }

    /** As {@link #enterAll}, under ids that are given; answers which were new. */
    Uni<Set<UUID>> enterDrafts(List<Draft<Entry>> drafts, String actor) {
        Instant now = now();
        return add(
                drafts.stream()
                        .map(draft -> DutyRow.first(draft.id(), draft.what(), DutyNotes.NONE, actor, now))
                        .toList(),
                actor);
    }

    /** Refuses with the problem of the decision what is not done by it. */
    Uni<Void> complete(DutyRow row, Completion completion, Proof proof, String actor) {
        return today(row.entityId())
                .map(today -> accepted(row.duty(kinds.of(row.kind())).done(completion, today)))
                .chain(accepted -> log(row, "DONE", completion, accepted, proof, actor)
                        .chain(() -> deadlines.met(row, completion.doneOn(), accepted.daysLate(), actor))
                        .chain(() -> goOn(row, completion, accepted.next(), actor)));
    }

    /** Ends it undone; why is kept sealed. */
    Uni<Void> cancel(DutyRow row, Optional<PersonalText> reason, String actor) {
        Accepted accepted = accepted(row.duty(kinds.of(row.kind())).cancelled());
        return today(row.entityId())
                .map(today -> new Completion(today, NOTHING, false, Optional.empty(), false))
                .chain(ended -> log(
                        row,
                        "CANCELLED",
                        ended,
                        accepted,
                        new Proof(Optional.empty(), Optional.empty(), reason),
                        actor))
                .chain(() -> duties.goOn(row.dutyId(), State.CANCELLED, row.dueOn(), row.lastDoneOn()))
                .chain(() -> deadlines.cancelled(row, actor));
    }

    /** Somebody else answers for it from now on. */
    Uni<Void> assign(DutyRow row, OfficerRole role, String person, String actor) {
        if (row.state() != State.OPEN) {
            throw new Problem(AuditProblem.DUTY_NOT_OPEN);
        }
        DutyRow assigned = notAgainstWhoDoesIt(row.assigned(role, person));
        return duties.isTaken(row.dutyId(), person)
                .invoke(taken -> {
                    if (taken) {
                        throw new Problem(AuditProblem.DUTY_EXISTS).field("person", "has the same duty already");
                    }
                })
                .chain(() -> duties.assign(row.dutyId(), role, person))
                .chain(() -> tell(assigned, actor));
    }

    /** The entity's day. */
    Uni<LocalDate> today(String entityId) {
        return zones.of(entityId).map(zone -> LocalDate.ofInstant(clock.instant(), zone));
    }

    private Uni<Void> goOn(DutyRow row, Completion completion, Duty next, String actor) {
        Optional<LocalDate> doneOn = Optional.of(completion.doneOn());
        return next instanceof Open open
                ? duties.goOn(row.dutyId(), State.OPEN, open.dueOn(), doneOn)
                        .chain(() -> tell(row.next(open.dueOn()), actor))
                : duties.goOn(row.dutyId(), State.DONE, row.dueOn(), doneOn);
    }

    private Uni<Void> log(
            DutyRow row, String outcome, Completion completion, Accepted accepted, Proof proof, String actor) {
        return notes.seal(row.dutyId(), DutyNotes.done(row.round()), proof.note())
                .chain(note -> notes.seal(row.dutyId(), DutyNotes.reason(row.round()), proof.reason())
                        .chain(reason -> rounds.add(Rounds.Round.of(
                                row, outcome, completion, accepted, proof.documentId(), note, reason, actor, now()))));
    }

    private static Accepted accepted(Outcome outcome) {
        return switch (outcome) {
            case Accepted accepted -> accepted;
            case Duty.Refused refused -> throw Refusals.problem(refused.why());
        };
    }

    /** A case, and what was found in it, is done by another than him whom it is against. */
    private static DutyRow notAgainstWhoDoesIt(DutyRow row) {
        if (!row.against().isEmpty() && row.against().equals(row.person())) {
            throw new Problem(AuditProblem.AGAINST_WHOM).field("person", "the case is against him");
        }
        return row;
    }

    private Uni<Set<UUID>> add(List<DutyRow> rows, String actor) {
        rows.forEach(DutyBook::notAgainstWhoDoesIt);
        return duties.add(rows)
                .call(fresh -> tell(
                        rows.stream()
                                .filter(row -> fresh.contains(row.dutyId()))
                                .toList(),
                        actor));
    }

    private Uni<Void> tell(DutyRow row, String actor) {
        return tell(List.of(row), actor);
    }

    private Uni<Void> tell(List<DutyRow> rows, String actor) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : zones.of(rows.getFirst().entityId()).chain(zone -> deadlines.set(rows, zone, actor));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
