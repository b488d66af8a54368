package org.candor.audit.programme;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.candor.audit.programme.DutyBook.Proof;
import org.candor.audit.programme.DutyView.FileView;
import org.candor.audit.programme.Register.Entry;
import org.candor.audit.programme.decision.Completion;
import org.candor.audit.programme.decision.DutyKind;
import org.candor.events.OfficerRole;
import org.candor.kit.web.PersonalText;

/**
 * The register for features that have duties of their own: they enter them, and take them for done or end them by what they
 * are about. Call inside a transaction, after the right to do so was looked at.
 */
@ApplicationScoped
public class Register {

    private static final String NOBODY = "";

    private final Kinds kinds;
    private final Duties duties;
    private final Rounds rounds;
    private final DutyBook book;

    Register(Kinds kinds, Duties duties, Rounds rounds, DutyBook book) {
        this.kinds = kinds;
        this.duties = duties;
        this.rounds = rounds;
        this.book = book;
    }

    /**
     * A duty to enter.
     *
     * @param department empty for none
     * @param person subject of who does it; empty where the role is enough
     * @param against subject of whom it is a case against, who never finds it; else empty
     * @param every zero for what is done once
     * @param parentId what a finding came out of
     * @param incidentId what it is about, where that is an incident: who may not see that does not find it
     * @param cost how much it asks for
     */
    public record Entry(
            String entityId,
            String kind,
            String subject,
            String department,
            OfficerRole role,
            String person,
            String against,
            LocalDate dueOn,
            Period every,
            Optional<UUID> parentId,
            Optional<UUID> incidentId,
            Optional<Money> cost,
            Optional<PersonalText> note) {

        /** The same as what came out of another duty. */
        public Entry foundAt(UUID parent, PersonalText words, Optional<LocalDate> day) {
            return new Entry(
                    entityId,
                    kind,
                    subject,
                    department,
                    role,
                    person,
                    against,
                    day.orElse(dueOn),
                    every,
                    Optional.of(parent),
                    incidentId,
                    Optional.empty(),
                    Optional.of(words));
        }

        /** The same, due on another day. */
        public Entry due(LocalDate day) {
            return new Entry(
                    entityId,
                    kind,
                    subject,
                    department,
                    role,
                    person,
                    against,
                    day,
                    every,
                    parentId,
                    incidentId,
                    cost,
                    note);
        }
    }

    /** What proves that something was done that has its own place. */
    public record Evidence(LocalDate doneOn, String code, Optional<FileView> file) {}

    /** The entity's day. */
    public Uni<LocalDate> today(String entityId) {
        return book.today(entityId);
    }

    /** An entry of that kind as its data has it, due within the kind's own time. */
    public Entry entry(
            String entityId, String kind, String subject, String department, String person, LocalDate today) {
        DutyKind of = kinds.of(kind);
        return new Entry(
                entityId,
                kind,
                subject,
                department,
                of.role(),
                person,
                NOBODY,
                of.firstDue(today, of.every()),
                of.every(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The id of the new duty; empty where the same is open already. */
    public Uni<Optional<UUID>> enter(Entry entry, String actor) {
        return book.enter(entry, actor);
    }

    /** As {@link #enter}, for many of one entity at once; answers how many were new. */
    public Uni<Integer> enterAll(List<Entry> entries, String actor) {
        return book.enterAll(entries, actor);
    }

    /** As {@link #enterAll}, what nobody at all has. */
    public Uni<Void> enterWhereNone(List<Entry> entries, String actor) {
        return Multi.createFrom()
                .iterable(entries)
                .onItem()
                .transformToUniAndConcatenate(
                        entry -> duties.open(entry.entityId(), entry.kind(), entry.subject(), NOBODY)
                                .map(open -> open.isEmpty() ? Optional.of(entry) : Optional.<Entry>empty()))
                .select()
                .where(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList()
                .chain(fresh -> enterAll(fresh, actor))
                .replaceWithVoid();
    }

    /** Takes every open duty of that kind about that subject for done, and answers which; of anybody where the person is empty. */
    public Uni<List<UUID>> done(
            String entityId, String kind, String subject, String person, Evidence evidence, String actor) {
        return duties.open(entityId, kind, subject, person)
                .chain(open -> each(open, row -> done(row, evidence, actor)));
    }

    /** Takes one duty for done that a feature knows by its id; one that is no longer open stays as it is. */
    public Uni<Void> done(UUID dutyId, Evidence evidence, String actor) {
        return duties.openOne(dutyId)
                .chain(open -> each(open, row -> done(row, evidence, actor)).replaceWithVoid());
    }

    /** Ends every open duty of that kind about that subject, and answers which; of anybody where the person is empty. */
    public Uni<List<UUID>> cancelAll(String entityId, String kind, String subject, String person, String actor) {
        return duties.open(entityId, kind, subject, person)
                .chain(open -> each(open, row -> book.cancel(row, Optional.empty(), actor)));
    }

    private Uni<Void> done(DutyRow row, Evidence evidence, String actor) {
        Completion completion = new Completion(
                evidence.doneOn(), evidence.code(), evidence.file().isPresent(), Optional.empty(), false);
        Proof proof = new Proof(evidence.file().map(FileView::documentId), Optional.empty(), Optional.empty());
        return filed(row, evidence).chain(() -> book.complete(row, completion, proof, actor));
    }

    private Uni<Void> filed(DutyRow row, Evidence evidence) {
        return evidence.file()
                .map(file -> rounds.addFile(row.dutyId(), file))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Uni<List<UUID>> each(List<DutyRow> rows, Function<DutyRow, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> step.apply(row).replaceWith(row.dutyId()))
                .collect()
                .asList();
    }
}
