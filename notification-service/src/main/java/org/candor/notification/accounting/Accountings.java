package org.candor.notification.accounting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.DeadlineEvent;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.BlindIndex;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.EventJson;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Idempotency;
import org.candor.kit.web.Page;
import org.candor.notification.NotificationProblem;
import org.candor.notification.Workers;
import org.candor.notification.accounting.AccountingRequest.Accounting;
import org.candor.notification.accounting.AccountingRequest.Entry;
import org.candor.notification.accounting.AccountingRows.Kept;
import org.candor.notification.accounting.decision.AnswerTime;
import org.candor.notification.directory.Directory;
import org.candor.notification.directory.EntityPaper;

/** Takes requests for an accounting, extends them once, and keeps what was answered (45 CFR 164.528(c), (d)). */
@ApplicationScoped
class Accountings {

    private static final String ADD = """
            insert into accounting_request (id, entity_id, received_on, due_on, extension_reason, state, answer_way, sealed, zone,
                                            version, recorded_at, recorded_by)
            values (?1, ?2, ?3, ?4, '', 'OPEN', '', ?5, ?6, 1, ?7, ?8)
            """;

    private static final String ANSWERED = """
            update accounting_request
               set state = 'ANSWERED', answered_on = ?2, answer_way = ?3, answer = ?4, answer_sha256 = ?5, version = version + 1
             where id = ?1
            """;

    private record Drawn(Accounting accounting, EntityPaper paper) {}

    private final AccountingRows rows;
    private final AccountingEntries entries;
    private final Directory directory;
    private final IncidentVault vault;
    private final BlindIndex index;
    private final AccessLog accesses;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Workers workers;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    Accountings(
            AccountingRows rows,
            AccountingEntries entries,
            Directory directory,
            IncidentVault vault,
            BlindIndex index,
            AccessLog accesses,
            Outbox outbox,
            Idempotency idempotency,
            Workers workers,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.rows = rows;
        this.entries = entries;
        this.directory = directory;
        this.vault = vault;
        this.index = index;
        this.accesses = accesses;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.workers = workers;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    Uni<AccountingRequest.View> add(AccountingRequest request, String retryKey) {
        if (request.bornOn() == null && request.zip() == null) {
            throw new Problem(CommonProblem.INVALID_FIELD).field("/bornOn", "day of birth or ZIP code is needed");
        }
        if (!caller.mayActFor(request.entityId())) {
            throw Problem.notFound();
        }
        return Transactions.run(() -> idempotency.once(
                "add-accounting", retryKey, request, AccountingRequest.View.class, () -> add(request)));
    }

    Uni<Page<AccountingRequest.View>> page(String state, UUID after, int limit) {
        return Transactions.read(() -> rows.page(state, after, limit + 1)).map(found -> page(found, limit));
    }

    Uni<Kept> one(UUID id) {
        return Transactions.read(() -> rows.one(id));
    }

    Uni<Accounting> accounting(UUID id) {
        return drawn(id).map(Drawn::accounting);
    }

    /** As it was given; before that as it would be given now. */
    Uni<byte[]> pdf(UUID id, String language) {
        return one(id).chain(kept -> kept.view().state().equals("ANSWERED")
                ? Transactions.run(() -> accesses.list("read-accounting", "requestId=" + id, List.of())
                        .chain(() -> rows.answer(id)))
                : drawn(id).chain(drawn -> laidOut(drawn, language)));
    }

    Uni<Kept> extend(UUID id, AccountingRequest.Extension request, String ifMatch) {
        return Transactions.run(() -> rows.locked(id)
                .invoke(kept -> mustBeOpen(kept, ifMatch))
                .chain(kept -> extend(kept, request))
                .chain(() -> rows.one(id)));
    }

    Uni<Kept> answer(UUID id, AccountingRequest.Answer request, String language, String ifMatch) {
        return drawn(id)
                .invoke(drawn -> mustBeRecorded(drawn.accounting()))
                .chain(drawn -> laidOut(drawn, language))
                .chain(pdf -> Transactions.run(() -> rows.locked(id)
                        .invoke(kept -> mustBeOpen(kept, ifMatch))
                        .chain(kept -> answer(kept, request, pdf))
                        .chain(() -> rows.one(id))));
    }

    private Uni<AccountingRequest.View> add(AccountingRequest request) {
        UUID id = ids.next();
        AnswerTime time = AnswerTime.of(request.receivedOn());
        return directory
                .entity(request.entityId())
                .map(found -> found.orElseThrow(Problem::notFound))
                .invoke(paper -> notInTheFuture(request.receivedOn(), paper, "/receivedOn"))
                .chain(paper -> vault.create(id)
                        .chain(cipher -> Sql.update(
                                ADD,
                                id,
                                request.entityId(),
                                time.receivedOn(),
                                time.dueOn(),
                                cipher.seal(AccountingRows.WHO, id, EventJson.write(request)),
                                paper.zone().getId(),
                                clock.instant(),
                                caller.subject()))
                        .chain(() -> entries.want(request.entityId()))
                        .chain(() -> due(id, request.entityId(), paper.zone().getId(), time)))
                .chain(() -> rows.one(id))
                .map(Kept::view);
    }

    private Uni<Void> extend(Kept kept, AccountingRequest.Extension request) {
        AnswerTime longer = kept.view()
                .time()
                .extended(today(kept))
                .orElseThrow(() -> new Problem(NotificationProblem.NO_EXTENSION)
                        .field("dueOn", kept.view().dueOn().toString()));
        return Sql.update(
                        "update accounting_request set due_on = ?2, extension_reason = ?3, version = version + 1 where id = ?1",
                        kept.view().id(),
                        longer.dueOn(),
                        request.reason())
                .chain(() -> due(
                        kept.view().id(), kept.view().entityId(), kept.zone().getId(), longer));
    }

    private Uni<Void> answer(Kept kept, AccountingRequest.Answer request, byte[] pdf) {
        UUID id = kept.view().id();
        if (request.answeredOn().isAfter(today(kept))) {
            throw new Problem(NotificationProblem.DAY_IN_THE_FUTURE).field("/answeredOn", "not after today");
        }
        long late = kept.view().time().daysLate(request.answeredOn());
        return vault.open(id)
                .chain(cipher -> Sql.update(
                        ANSWERED,
                        id,
                        request.answeredOn(),
                        request.way(),
                        cipher.seal(AccountingRows.ANSWER, id, pdf),
                        sha256(pdf)))
                .chain(() -> publish(kept.view().entityId(), new DeadlineMet(id, null, request.answeredOn(), late)));
    }

    /** The request's id is the deadline's: one duty from receipt to answer. */
    private Uni<Void> due(UUID id, String entityId, String zone, AnswerTime time) {
        return publish(
                entityId,
                new DeadlineSet(
                        id,
                        null,
                        entityId,
                        "ACCOUNTING_OF_DISCLOSURES",
                        "Answer a request for an accounting of disclosures",
                        time.dueOn(),
                        null,
                        zone,
                        OfficerRole.PRIVACY_OFFICER,
                        "45 CFR 164.528(c)(1)"));
    }

    private Uni<Void> publish(String entityId, DeadlineEvent fact) {
        return outbox.publish(Topic.NOTICE, fact, new Origin(entityId, false, caller.subject()));
    }

    private Uni<Drawn> drawn(UUID id) {
        return index.ready()
                .chain(() -> Transactions.run(() -> rows.one(id)
                        .chain(kept -> rows.who(id)
                                .chain(who -> entries.of(kept.view(), who))
                                .chain(accounting -> directory
                                        .entity(kept.view().entityId())
                                        .map(Optional::orElseThrow)
                                        .map(paper -> new Drawn(accounting, paper))))));
    }

    private Uni<byte[]> laidOut(Drawn drawn, String language) {
        return workers.run(
                () -> AccountingLayout.pdf(drawn.accounting(), drawn.paper().sender(), language));
    }

    /** Who received it belongs into every entry (164.528(b)(2)(ii)). */
    private static void mustBeRecorded(Accounting accounting) {
        List<String> open = accounting.entries().stream()
                .filter(entry -> !entry.recorded())
                .map(Entry::incidentId)
                .map(UUID::toString)
                .toList();
        if (!open.isEmpty()) {
            throw new Problem(NotificationProblem.DISCLOSURE_NOT_RECORDED).missing(open);
        }
    }

    private static void mustBeOpen(Kept kept, String ifMatch) {
        EntityTags.check(ifMatch, kept.version());
        if (!kept.view().state().equals("OPEN")) {
            throw new Problem(NotificationProblem.ALREADY_DONE);
        }
    }

    private void notInTheFuture(LocalDate day, EntityPaper paper, String pointer) {
        if (day.isAfter(LocalDate.ofInstant(clock.instant(), paper.zone()))) {
            throw new Problem(NotificationProblem.DAY_IN_THE_FUTURE).field(pointer, "not after today");
        }
    }

    private LocalDate today(Kept kept) {
        return LocalDate.ofInstant(clock.instant(), kept.zone());
    }

    private static Page<AccountingRequest.View> page(List<AccountingRequest.View> found, int limit) {
        boolean more = found.size() > limit;
        List<AccountingRequest.View> shown = more ? found.subList(0, limit) : found;
        return new Page<>(shown, more ? shown.getLast().id().toString() : null);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
