package org.candor.audit.commitment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.candor.audit.AuditProblem;
import org.candor.audit.programme.DutyView.FileView;
import org.candor.audit.programme.Register;
import org.candor.audit.programme.Register.Evidence;
import org.candor.audit.programme.Wording;
import org.candor.events.ProgrammeEvent.CommitmentSigned;
import org.candor.events.Topic;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.web.Idempotency;

/** Wordings and their signatures. A signature is of one wording, by its hash, and is never changed. */
@ApplicationScoped
class CommitmentDesk {

    /** What a retry is answered from; kept as JSON. */
    record Written(int number) {}

    private final Commitments commitments;
    private final Members members;
    private final CommitmentDuties duties;
    private final Register register;
    private final Caller caller;
    private final Idempotency idempotency;
    private final AccessLog accessLog;
    private final Outbox outbox;
    private final Clock clock;

    CommitmentDesk(
            Commitments commitments,
            Members members,
            CommitmentDuties duties,
            Register register,
            Caller caller,
            Idempotency idempotency,
            AccessLog accessLog,
            Outbox outbox,
            Clock clock) {
        this.commitments = commitments;
        this.members = members;
        this.duties = duties;
        this.register = register;
        this.caller = caller;
        this.idempotency = idempotency;
        this.accessLog = accessLog;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Everybody of whom it asks a signature has the duty to give it from now on. */
    Uni<CommitmentText> write(TextRequest request, String retryKey) {
        requireGrant(request.entityId());
        return Transactions.run(() -> idempotency
                .once("write-commitment", retryKey, request, Written.class, () -> add(request))
                .chain(written -> commitments
                        .texts(request.entityId())
                        .map(known -> known.stream()
                                .filter(text -> text.number() == written.number())
                                .findFirst()
                                .orElseThrow())));
    }

    /** The newest first. */
    Uni<List<CommitmentText>> texts(String entityId) {
        requireGrant(entityId);
        return Transactions.run(
                () -> commitments.texts(entityId).call(() -> record("list-commitment-texts", "entityId=" + entityId)));
    }

    /** Whoever holds the token signs; again the same changes nothing. */
    Uni<MemberView> sign(SignRequest request) {
        requireGrant(request.entityId());
        return Transactions.run(() -> commitments
                .shareGate(request.entityId())
                .chain(() -> members.ofPerson(request.entityId(), caller.subject()))
                .map(CommitmentDesk::whoIsThere)
                .chain(member -> newest(request.entityId(), request.number())
                        .chain(text -> register.today(member.entityId())
                                .chain(today -> signed(member, text, today, Optional.empty())))
                        .chain(() -> members.ofPerson(request.entityId(), caller.subject()))
                        .map(Optional::orElseThrow)));
    }

    /** A paper that he signed, with the newest wording on it. Call inside a transaction. */
    Uni<Void> signedOnPaper(MemberView member, int number, LocalDate signedOn, FileView paper) {
        return commitments
                .shareGate(member.entityId())
                .chain(() -> register.today(member.entityId()))
                .invoke(today -> {
                    if (signedOn.isAfter(today)) {
                        throw new Problem(AuditProblem.DONE_ON_IMPOSSIBLE).field("signedOn", "must not be after today");
                    }
                })
                .chain(() -> newest(member.entityId(), number))
                .chain(text -> signed(member, text, signedOn, Optional.of(paper)));
    }

    static MemberView whoIsThere(Optional<MemberView> found) {
        return found.filter(member -> member.leftOn() == null).orElseThrow(Problem::notFound);
    }

    private Uni<Void> signed(MemberView member, CommitmentText text, LocalDate day, Optional<FileView> paper) {
        String by = caller.subject();
        return commitments
                .sign(member.memberId(), text, day, paper.map(FileView::documentId), by, now())
                .chain(fresh -> fresh
                        ? tell(member, text, day, paper, by)
                        : Uni.createFrom().voidItem())
                .chain(() -> record("sign-commitment", "memberId=" + member.memberId()));
    }

    private Uni<Void> tell(MemberView member, CommitmentText text, LocalDate day, Optional<FileView> paper, String by) {
        Evidence evidence = new Evidence(day, paper.isPresent() ? "SIGNED_PAPER" : "SIGNATURE", paper);
        CommitmentSigned signed = new CommitmentSigned(
                member.memberId(), member.entityId(), text.number(), text.sha256(), paper.isPresent(), day);
        return duties.done(member, evidence, by)
                .chain(() -> outbox.publish(Topic.PROGRAMME, signed, new Origin(member.entityId(), false, by)));
    }

    private Uni<Written> add(TextRequest request) {
        return commitments
                .closeGate(request.entityId())
                .chain(() -> commitments.texts(request.entityId()))
                .chain(known -> {
                    CommitmentText text = new CommitmentText(
                            request.entityId(),
                            known.size() + 1,
                            request.wording(),
                            Wording.sha256(request.wording()),
                            request.asksAgain(),
                            caller.subject(),
                            now());
                    return commitments
                            .add(text)
                            .invoke(fresh -> {
                                if (!fresh) {
                                    throw new Problem(CommonProblem.CONFLICT);
                                }
                            })
                            .chain(() -> members.missing(request.entityId()))
                            .chain(missing -> duties.enter(missing, caller.subject()))
                            .chain(() -> record("write-commitment", "entityId=" + request.entityId()))
                            .replaceWith(new Written(text.number()));
                });
    }

    private Uni<CommitmentText> newest(String entityId, int number) {
        return commitments.texts(entityId).map(CommitmentDesk::newestOf).invoke(text -> {
            if (text.number() != number) {
                throw new Problem(AuditProblem.NEWER_WORDING).field("number", "read the newest, then sign it");
            }
        });
    }

    private static CommitmentText newestOf(List<CommitmentText> texts) {
        return texts.stream().findFirst().orElseThrow(() -> new Problem(AuditProblem.NO_WORDING));
    }

    private void requireGrant(String entityId) {
        if (!caller.mayActFor(entityId)) {
            throw Problem.notFound();
        }
    }

    private Uni<Void> record(String action, String what) {
        return accessLog.list(action, what, List.of());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
