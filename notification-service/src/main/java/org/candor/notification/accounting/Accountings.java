package org.candor.notification.accounting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.events.DeadlineEvent;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
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
import org.candor.notification.accounting.AccountingRows.Kept;
import org.candor.notification.accounting.decision.AnswerTime;
import org.candor.notification.directory.Directory;
import org.candor.notification.directory.EntityPaper;

/** Takes requests for an accounting, and extends them once (45 CFR 164.528(c)). */
@ApplicationScoped
class Accountings {

    private static final String ADD = """
            insert into accounting_request (id, entity_id, received_on, due_on, extension_reason, state, answer_way, sealed, zone,
                                            version, recorded_at, recorded_by)
            values (?1, ?2, ?3, ?4, '', 'OPEN', '', ?5, ?6, 1, ?7, ?8)
            """;

    private final AccountingRows rows;
    private final PersonBreaches people;
    private final Directory directory;
    private final IncidentVault vault;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    Accountings(
            AccountingRows rows,
            PersonBreaches people,
            Directory directory,
            IncidentVault vault,
            Outbox outbox,
            Idempotency idempotency,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.rows = rows;
        this.people = people;
        this.directory = directory;
        this.vault = vault;
        this.outbox = outbox;
        this.idempotency = idempotency;
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

    Uni<Page<AccountingRequest.View>> page(String state, boolean incomplete, UUID after, int limit) {
        return Transactions.read(() -> rows.page(state, incomplete, after, limit + 1))
                .map(found -> page(found, limit));
    }

    Uni<Kept> one(UUID id) {
        return Transactions.read(() -> rows.one(id));
    }

    Uni<Kept> extend(UUID id, AccountingRequest.Extension request, String ifMatch) {
        return Transactions.run(() -> rows.locked(id)
                .invoke(kept -> mustBeOpen(kept, ifMatch))
                .chain(kept -> extend(kept, request))
                .chain(() -> rows.one(id)));
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
                        .chain(() -> people.want(request.entityId()))
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

    /** Call inside a transaction. */
    Uni<Void> publish(String entityId, DeadlineEvent fact) {
        return outbox.publish(Topic.NOTICE, fact, new Origin(entityId, false, caller.subject()));
    }

    static void mustBeOpen(Kept kept, String ifMatch) {
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

    LocalDate today(Kept kept) {
        return LocalDate.ofInstant(clock.instant(), kept.zone());
    }

    private static Page<AccountingRequest.View> page(List<AccountingRequest.View> found, int limit) {
        boolean more = found.size() > limit;
        List<AccountingRequest.View> shown = more ? found.subList(0, limit) : found;
        return new Page<>(shown, more ? shown.getLast().id().toString() : null);
    }
}
