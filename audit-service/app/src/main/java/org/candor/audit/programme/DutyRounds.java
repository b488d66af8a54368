package org.candor.audit.programme;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.AuditProblem;
import org.candor.audit.programme.DutyBook.Proof;
import org.candor.audit.programme.Register.Entry;
import org.candor.audit.programme.decision.Completion;
import org.candor.audit.programme.decision.DutyKind;
import org.candor.audit.programme.decision.DutyKind.About;
import org.candor.audit.programme.decision.DutyKind.Keeping;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Idempotency;

/** Goes on with a duty as its officers or its department's manager ask. */
@ApplicationScoped
class DutyRounds {

    private static final String FINDING = "FINDING";

    private final DutyBook book;
    private final Kinds kinds;
    private final Duties duties;
    private final Rounds rounds;
    private final DutyDesk desk;
    private final Caller caller;
    private final Idempotency idempotency;
    private final AccessLog accessLog;

    DutyRounds(
            DutyBook book,
            Kinds kinds,
            Duties duties,
            Rounds rounds,
            DutyDesk desk,
            Caller caller,
            Idempotency idempotency,
            AccessLog accessLog) {
        this.book = book;
        this.kinds = kinds;
        this.duties = duties;
        this.rounds = rounds;
        this.desk = desk;
        this.caller = caller;
        this.idempotency = idempotency;
        this.accessLog = accessLog;
    }

    Uni<DutyView> complete(UUID dutyId, CompletionRequest request, String ifMatch) {
        return change(
                dutyId,
                ifMatch,
                "complete-duty",
                row -> doneHere(row)
                        .chain(() -> proven(row, request))
                        .chain(() -> book.today(row.entityId()))
                        .chain(today ->
                                book.complete(row, completion(request, today), proof(request), caller.subject())));
    }

    Uni<DutyView> cancel(UUID dutyId, EndRequest request, String ifMatch) {
        return change(
                dutyId,
                ifMatch,
                "cancel-duty",
                row -> book.cancel(row, Optional.of(request.reason()), caller.subject()));
    }

    Uni<DutyView> assign(UUID dutyId, AssignRequest request, String ifMatch) {
        return change(dutyId, ifMatch, "assign-duty", row -> {
            String person = Optional.ofNullable(request.person()).orElse("");
            return book.assign(row, request.role(), person, caller.subject());
        });
    }

    /** What is not as it should be becomes a duty of its own, whose own day is told. */
    Uni<DutyView> find(UUID dutyId, FindingRequest request, String retryKey) {
        return Transactions.run(() -> require(dutyId)
                .chain(row -> idempotency.once(
                        "find/" + dutyId,
                        retryKey,
                        request,
                        DutyDesk.Entered.class,
                        () -> book.today(row.entityId())
                                .chain(today -> book.enter(finding(row, request, today), caller.subject()))
                                .map(id -> new DutyDesk.Entered(id.orElseThrow()))))
                .chain(entered -> desk.view(entered.dutyId()).call(() -> record("add-finding", dutyId))));
    }

    /** The duty, locked, where it goes on here; else {@code NOT_FOUND} or {@code KEPT_ELSEWHERE}. Call inside a transaction. */
    Uni<DutyRow> require(UUID dutyId) {
        Reader reader = Reader.acting(caller);
        return duties.lock(dutyId, reader)
                .chain(found -> found.map(row -> Uni.createFrom().item(row))
                        .orElseGet(
                                () -> duties.find(dutyId, reader).map(other -> other.orElseThrow(Problem::notFound))))
                .invoke(row -> {
                    DutyKind kind = kinds.of(row.kind());
                    if (kind.keeping() == Keeping.ELSEWHERE) {
                        throw new Problem(AuditProblem.KEPT_ELSEWHERE).field("kind", kind.where());
                    }
                });
    }

    /** A check list is answered whole, or the duty is not done. */
    private Uni<Void> doneHere(DutyRow row) {
        DutyKind kind = kinds.of(row.kind());
        if (!kind.keeping().isDone()) {
            throw new Problem(AuditProblem.CHECKLIST_REQUIRED).field("kind", kind.where());
        }
        return Uni.createFrom().voidItem();
    }

    private interface Change {
        Uni<Void> on(DutyRow row);
    }

    private Uni<DutyView> change(UUID dutyId, String ifMatch, String action, Change change) {
        return Transactions.run(() -> require(dutyId)
                .invoke(row -> EntityTags.check(ifMatch, row.version()))
                .chain(change::on)
                .chain(() -> record(action, dutyId))
                .chain(() -> desk.view(dutyId)));
    }

    /** Only a file of this duty proves it. */
    private Uni<Void> proven(DutyRow row, CompletionRequest request) {
        return request.documentId() == null
                ? Uni.createFrom().voidItem()
                : rounds.files(row.dutyId())
                        .invoke(files -> {
                            if (files.stream()
                                    .noneMatch(file -> file.documentId().equals(request.documentId()))) {
                                throw new Problem(AuditProblem.EVIDENCE_NOT_TAKEN)
                                        .field("documentId", "add the file to the duty, then name it");
                            }
                        })
                        .replaceWithVoid();
    }

    private Entry finding(DutyRow row, FindingRequest request, LocalDate today) {
        DutyKind kind = kinds.of(FINDING);
        return new Entry(
                row.entityId(),
                FINDING,
                // Nobody's code stands in the finding's title.
                kinds.of(row.kind()).about() == About.PERSON ? "" : row.subject(),
                row.department(),
                Optional.ofNullable(request.role()).orElse(row.role()),
                Optional.ofNullable(request.person()).orElse(""),
                row.against(),
                Optional.ofNullable(request.dueOn()).orElse(today.plus(kind.within())),
                kind.every(),
                Optional.of(row.dutyId()),
                row.incidentId(),
                Optional.empty(),
                Optional.of(request.note()));
    }

    private static Completion completion(CompletionRequest request, LocalDate today) {
        return new Completion(
                Optional.ofNullable(request.doneOn()).orElse(today),
                request.evidence(),
                request.documentId() != null,
                Optional.ofNullable(request.nextDueOn()),
                request.reason() != null);
    }

    private static Proof proof(CompletionRequest request) {
        return new Proof(
                Optional.ofNullable(request.documentId()),
                Optional.ofNullable(request.note()),
                Optional.ofNullable(request.reason()));
    }

    private Uni<Void> record(String action, UUID dutyId) {
        return accessLog.list(action, "dutyId=" + dutyId, List.of());
    }
}
