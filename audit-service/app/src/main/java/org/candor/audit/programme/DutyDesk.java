package org.candor.audit.programme;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.audit.AuditProblem;
import org.candor.audit.programme.DutyView.CostView;
import org.candor.audit.programme.DutyView.RoundView;
import org.candor.audit.programme.Register.Entry;
import org.candor.audit.programme.Rounds.Round;
import org.candor.audit.retention.decision.RetentionRule;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.identity.Visibility;
import org.candor.kit.web.Idempotency;

/** Enters duties as officers ask for them, and shows one. */
@ApplicationScoped
class DutyDesk {

    /** What a retry is answered from; kept as JSON. */
    record Entered(UUID dutyId) {}

    private final Register register;
    private final DutyBook book;
    private final DutyEntries entries;
    private final Kinds kinds;
    private final Duties duties;
    private final Rounds rounds;
    private final DutyNotes notes;
    private final IncidentCosts costs;
    private final Caller caller;
    private final Visibility visibility;
    private final Idempotency idempotency;
    private final AccessLog accessLog;
    private final RetentionRule rule;

    DutyDesk(
            Register register,
            DutyBook book,
            DutyEntries entries,
            Kinds kinds,
            Duties duties,
            Rounds rounds,
            DutyNotes notes,
            IncidentCosts costs,
            Caller caller,
            Visibility visibility,
            Idempotency idempotency,
            AccessLog accessLog,
            RetentionRule rule) {
        this.register = register;
        this.book = book;
        this.entries = entries;
        this.kinds = kinds;
        this.duties = duties;
        this.rounds = rounds;
        this.notes = notes;
        this.costs = costs;
        this.caller = caller;
        this.visibility = visibility;
        this.idempotency = idempotency;
        this.accessLog = accessLog;
        this.rule = rule;
    }

    Uni<DutyView> add(DutyRequest request, String retryKey) {
        if (!caller.mayActFor(request.entityId())) {
            throw Problem.notFound();
        }
        return Transactions.run(() -> idempotency
                .once("enter-duty", retryKey, request, Entered.class, () -> enter(request))
                .chain(entered -> view(entered.dutyId()).call(() -> record("enter-duty", entered.dutyId()))));
    }

    /** Enters a list; answers which were not open before. Call inside a transaction. */
    Uni<Set<UUID>> enterAll(String entityId, List<Draft<Entry>> drafts) {
        return book.enterDrafts(drafts, caller.subject());
    }

    /** An incident that he may not see, or of another legal entity, does not exist for him; a drill costs nothing. */
    private Uni<Void> seen(DutyRequest request) {
        return request.incidentId() == null
                ? Uni.createFrom().voidItem()
                : visibility
                        .require(request.incidentId())
                        .invoke(routing -> {
                            if (!routing.entityId().equals(request.entityId())) {
                                throw Problem.notFound();
                            }
                            if (routing.drill()) {
                                throw new Problem(CommonProblem.INVALID_FIELD)
                                        .field("incidentId", "a drill, which costs nothing");
                            }
                        })
                        .replaceWithVoid();
    }

    private Uni<Entered> enter(DutyRequest request) {
        return seen(request)
                .chain(() -> register.today(request.entityId()))
                .chain(today -> register.enter(entries.of(request, today), caller.subject()))
                .map(id -> new Entered(
                        id.orElseThrow(() -> new Problem(AuditProblem.DUTY_EXISTS).field("subject", "open already"))));
    }

    Uni<DutyView> read(UUID dutyId) {
        return Transactions.run(() -> view(dutyId)
                .call(duty -> accessLog.list(
                        "read-duty",
                        "dutyId=" + dutyId,
                        Optional.ofNullable(duty.incidentId()).stream().toList())));
    }

    /** As it stands now. Call inside a transaction. */
    Uni<DutyView> view(UUID dutyId) {
        return duties.find(dutyId, Reader.of(caller))
                .map(found -> found.orElseThrow(Problem::notFound))
                .chain(this::view);
    }

    private Uni<DutyView> view(DutyRow row) {
        return register.today(row.entityId())
                .chain(today -> incidentCosts(row)
                        .chain(spent -> rounds.of(row.dutyId())
                                .chain(done -> rounds.files(row.dutyId())
                                        .chain(files -> notes.open(row.dutyId(), isWorded(row, done))
                                                .map(words -> DutyView.of(
                                                        row,
                                                        kinds.of(row.kind()),
                                                        today,
                                                        rule,
                                                        spent,
                                                        words.read(DutyNotes.ENTERED, row.note()),
                                                        done.stream()
                                                                .map(round -> view(round, words))
                                                                .toList(),
                                                        files))))));
    }

    private Uni<List<CostView>> incidentCosts(DutyRow row) {
        return row.incidentId().map(costs::of).orElseGet(() -> Uni.createFrom().nullItem());
    }

    private static boolean isWorded(DutyRow row, List<Round> done) {
        return !DutyNotes.isNone(row.note())
                || done.stream()
                        .anyMatch(round -> !DutyNotes.isNone(round.note()) || !DutyNotes.isNone(round.reason()));
    }

    private static RoundView view(Round round, DutyNotes.Words words) {
        return RoundView.of(
                round,
                words.read(DutyNotes.done(round.number()), round.note()),
                words.read(DutyNotes.reason(round.number()), round.reason()));
    }

    private Uni<Void> record(String action, UUID dutyId) {
        return accessLog.list(action, "dutyId=" + dutyId, List.of());
    }
}
