package org.candor.audit.commitment;

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
import org.candor.audit.document.Archive;
import org.candor.audit.document.Archive.Offer;
import org.candor.audit.programme.CodeCursor;
import org.candor.audit.programme.Draft;
import org.candor.audit.programme.DutyView.FileView;
import org.candor.audit.programme.Reader;
import org.candor.audit.programme.Register;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;
import org.candor.kit.web.EntityTags;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The people of whom a commitment is asked: who is there, who is missing, who was reminded. */
@ApplicationScoped
class MemberDesk {

    private static final int LONGEST_NAME = 200;

    private final Members members;
    private final Commitments commitments;
    private final CommitmentDesk desk;
    private final CommitmentDuties duties;
    private final Register register;
    private final Archive archive;
    private final Caller caller;
    private final AccessLog accessLog;
    private final Ids ids;
    private final Clock clock;

    MemberDesk(
            Members members,
            Commitments commitments,
            CommitmentDesk desk,
            CommitmentDuties duties,
            Register register,
            Archive archive,
            Caller caller,
            AccessLog accessLog,
            Ids ids,
            Clock clock) {
        this.members = members;
        this.commitments = commitments;
        this.desk = desk;
        this.duties = duties;
        this.register = register;
        this.archive = archive;
        this.caller = caller;
        this.accessLog = accessLog;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who is there already stays as he is, and is answered. */
    Uni<MemberView> add(MemberRequest request) {
        if (!caller.mayActFor(request.entityId())) {
            throw Problem.notFound();
        }
        return Transactions.run(() -> addAll(request.entityId(), List.of(new Draft<>(ids.next(), request)))
                .chain(() -> members.ofPerson(request.entityId(), request.person()))
                .map(Optional::orElseThrow)
                .call(member -> record("add-member", member.memberId())));
    }

    /** Answers who was not there before. Call inside a transaction, after the grant was looked at. */
    Uni<Set<UUID>> addAll(String entityId, List<Draft<MemberRequest>> drafts) {
        return commitments
                .shareGate(entityId)
                .chain(() -> members.add(entityId, drafts, caller.subject(), now()))
                .call(fresh -> members.ofIds(fresh)
                        .map(added -> added.stream().filter(MemberView::missing).toList())
                        .chain(missing -> duties.enter(missing, caller.subject())));
    }

    /** Up to {@code limit + 1} in the order of entity and person. */
    Uni<List<MemberView>> page(boolean missing, CodeCursor after, int limit) {
        return Transactions.run(() -> members.page(Reader.of(caller), missing, after, limit)
                .call(() -> accessLog.list("list-members", "missing=" + missing, List.of())));
    }

    Uni<MemberView> read(UUID memberId) {
        return Transactions.run(() -> members.find(memberId, Reader.of(caller))
                .map(found -> found.orElseThrow(Problem::notFound))
                .call(() -> record("read-member", memberId)));
    }

    /** Nothing is asked of him from then on, nor by a wording that is written meanwhile; what he signed stays. */
    Uni<MemberView> leave(UUID memberId, LocalDate leftOn, String ifMatch) {
        return Transactions.run(() -> require(memberId)
                .chain(member -> commitments.shareGate(member.entityId()))
                .chain(() -> members.lock(memberId))
                .chain(() -> require(memberId))
                .invoke(member -> EntityTags.check(ifMatch, member.version()))
                .call(member -> register.today(member.entityId()).invoke(today -> {
                    if (leftOn.isAfter(today)) {
                        throw new Problem(AuditProblem.DONE_ON_IMPOSSIBLE).field("leftOn", "must not be after today");
                    }
                }))
                .call(member -> members.leave(memberId, leftOn))
                .call(member -> duties.cancel(member, caller.subject()))
                .chain(() -> again(memberId, "member-left")));
    }

    /** That somebody reminded him; whatever he was told, and wherever. */
    Uni<MemberView> remind(UUID memberId) {
        return Transactions.run(() -> require(memberId)
                .chain(() -> commitments.remind(memberId, caller.subject(), now()))
                .chain(() -> again(memberId, "remind-member")));
    }

    Uni<MemberView> signedOnPaper(UUID memberId, int number, LocalDate signedOn, FileUpload file) {
        String person = caller.subject();
        Instant now = now();
        return Transactions.run(() -> require(memberId))
                .chain(member -> archive.keep(
                                new Offer(
                                        Optional.empty(),
                                        member.entityId(),
                                        false,
                                        "COMMITMENT",
                                        memberId.toString(),
                                        file.contentType(),
                                        Optional.empty(),
                                        now,
                                        person),
                                file.uploadedFile())
                        .map(Archive.Outcome::view)
                        .map(kept -> new FileView(kept.documentId(), name(file), kept.sha256(), person, now))
                        .chain(paper -> Transactions.run(() -> desk.signedOnPaper(member, number, signedOn, paper)
                                .chain(() -> again(memberId, "sign-on-paper")))));
    }

    private Uni<MemberView> again(UUID memberId, String action) {
        return members.find(memberId, Reader.of(caller))
                .map(Optional::orElseThrow)
                .call(() -> record(action, memberId));
    }

    private Uni<MemberView> require(UUID memberId) {
        return members.find(memberId, Reader.acting(caller)).map(CommitmentDesk::whoIsThere);
    }

    private Uni<Void> record(String action, UUID memberId) {
        return accessLog.list(action, "memberId=" + memberId, List.of());
    }

    /** Nothing of a name that somebody's computer gave the scan. */
    private static String name(FileUpload file) {
        String type = file.contentType().replaceAll("[^a-zA-Z0-9/+.-]", "");
        return "signed " + type.substring(0, Math.min(type.length(), LONGEST_NAME));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
