package org.candor.audit.programme;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.audit.AuditProblem;
import org.candor.audit.programme.DutyView.RoundView;
import org.candor.audit.programme.Register.Entry;
import org.candor.audit.programme.Rounds.Round;
import org.candor.audit.programme.decision.DutyKind;
import org.candor.audit.programme.decision.DutyKind.About;
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
    private final Kinds kinds;
    private final Duties duties;
    private final Rounds rounds;
    private final DutyNotes notes;
    private final Caller caller;
    private final Visibility visibility;
    private final Idempotency idempotency;
    private final AccessLog accessLog;

    DutyDesk(
            Register register,
            DutyBook book,
            Kinds kinds,
            Duties duties,
            Rounds rounds,
            DutyNotes notes,
            Caller caller,
            Visibility visibility,
            Idempotency idempotency,
            AccessLog accessLog) {
        this.register = register;
        this.book = book;
        this.kinds = kinds;
        this.duties = duties;
        this.rounds = rounds;
        this.notes = notes;
        this.caller = caller;
        this.visibility = visibility;
        this.idempotency = idempotency;
        this.accessLog = accessLog;
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

    /** An incident that he may not see, or of another legal entity, does not exist for him. */
    private Uni<Void> seen(DutyRequest request) {
        return request.incidentId() == null
                ? Uni.createFrom().voidItem()
                : visibility
                        .require(request.incidentId())
                        .invoke(routing -> {
                            if (!routing.entityId().equals(request.entityId())) {
                                throw Problem.notFound();
                            }
                        })
                        .replaceWithVoid();
    }

    private Uni<Entered> enter(DutyRequest request) {
        return seen(request)
                .chain(() -> register.today(request.entityId()))
                .chain(today -> register.enter(entry(request, today), caller.subject()))
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
                .chain(today -> rounds.of(row.dutyId())
                        .chain(done -> rounds.files(row.dutyId())
                                .chain(files -> notes.open(row.dutyId(), isWorded(row, done))
                                        .map(words -> DutyView.of(
                                                row,
                                                kinds.of(row.kind()),
                                                today,
                                                words.read(DutyNotes.ENTERED, row.note()),
                                                done.stream()
                                                        .map(round -> view(round, words))
                                                        .toList(),
                                                files)))));
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

    Entry entry(DutyRequest request, LocalDate today) {
        DutyKind kind = kinds.find(request.kind())
                .orElseThrow(() -> new Problem(AuditProblem.UNKNOWN_KIND).field("kind", "not among them"));
        if (!kind.keeping().isEntered()) {
            throw new Problem(AuditProblem.KEPT_ELSEWHERE).field("kind", kind.where());
        }
        Period every = Optional.ofNullable(request.every())
                .map(asked -> interval(asked, kind))
                .orElse(kind.every());
        return new Entry(
                request.entityId(),
                request.kind(),
                request.subject(),
                department(request, kind),
                Optional.ofNullable(request.role()).orElse(kind.role()),
                Optional.ofNullable(request.person()).orElse(""),
                against(request, kind),
                dueOn(request, kind.firstDue(today, every), kind),
                every,
                Optional.empty(),
                incident(request, kind),
                Optional.ofNullable(request.note()));
    }

    /** The first of what may not be stretched is due within its interval, too; whoever asks may be where it is tomorrow. */
    private static LocalDate dueOn(DutyRequest request, LocalDate usual, DutyKind kind) {
        LocalDate dueOn = Optional.ofNullable(request.dueOn()).orElse(usual);
        if (!kind.once() && !kind.stretchable() && dueOn.isAfter(usual.plusDays(1))) {
            throw new Problem(AuditProblem.INTERVAL_NOT_ALLOWED)
                    .field("dueOn", "must be within the interval from today");
        }
        return dueOn;
    }

    private static Period interval(String every, DutyKind kind) {
        Period interval = Period.parse(every);
        if (!kind.allows(interval)) {
            throw new Problem(AuditProblem.INTERVAL_NOT_ALLOWED)
                    .field("every", "longer than the kind's, or none at all");
        }
        return interval;
    }

    /** A case is against somebody, who does not do it himself and whose manager does not find it. */
    private String against(DutyRequest request, DutyKind kind) {
        String against = Optional.ofNullable(request.against()).orElse("");
        if (against.isEmpty() == kind.against()) {
            throw new Problem(AuditProblem.AGAINST_WHOM).field("against", kind.against() ? "missing" : "of no case");
        }
        if (kind.against() && (against.equals(request.person()) || against.equals(caller.subject()))) {
            throw new Problem(AuditProblem.AGAINST_WHOM).field("against", "another than who does or enters it");
        }
        if (kind.against() && request.department() != null) {
            throw new Problem(AuditProblem.AGAINST_WHOM).field("department", "a case has none");
        }
        return against;
    }

    private static Optional<UUID> incident(DutyRequest request, DutyKind kind) {
        if (request.incidentId() != null && !kind.ofIncident()) {
            throw new Problem(CommonProblem.INVALID_FIELD)
                    .field("incidentId", "no duty of this kind is of an incident");
        }
        return Optional.ofNullable(request.incidentId());
    }

    private static String department(DutyRequest request, DutyKind kind) {
        return Optional.ofNullable(request.department())
                .orElse(kind.about() == About.DEPARTMENT ? request.subject() : "");
    }

    private Uni<Void> record(String action, UUID dutyId) {
        return accessLog.list(action, "dutyId=" + dutyId, List.of());
    }
}
