package org.candor.notification.accounting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;
import org.candor.kit.web.EntityTags;
import org.candor.notification.Hashes;
import org.candor.notification.NotificationProblem;
import org.candor.notification.accounting.AccountingDrafts.Draft;
import org.candor.notification.accounting.AccountingRows.Kept;
import org.candor.notification.accounting.LeftOutRows.Row;

/**
 * Gives the whole accounting once more when what was left out may be told (45 CFR 164.528(a)(2)). The first one is kept beside
 * it, and each duty is met whose breach stands in it now. One whose breach belongs into no accounting any more is cancelled.
 */
@ApplicationScoped
class AccountingCompletions {

    private static final String ADD = """
            insert into accounting_completion (id, request_id, given_on, way, answer, sha256, told, recorded_at, recorded_by)
            values (?1, ?2, ?3, ?4, ?5, ?6, cast(?7 as uuid[]), ?8, ?9)
            """;

    private final Accountings accountings;
    private final AccountingRows rows;
    private final AccountingDrafts drafts;
    private final LeftOutRows leftOut;
    private final IncidentVault vault;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    AccountingCompletions(
            Accountings accountings,
            AccountingRows rows,
            AccountingDrafts drafts,
            LeftOutRows leftOut,
            IncidentVault vault,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.accountings = accountings;
        this.rows = rows;
        this.drafts = drafts;
        this.leftOut = leftOut;
        this.vault = vault;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    Uni<Kept> complete(UUID id, AccountingRequest.Answer request, String language, String ifMatch) {
        return drafts.of(id)
                .invoke(Draft::mustBeRecorded)
                .chain(draft -> drafts.laidOut(draft, language)
                        .chain(pdf -> Transactions.run(() -> rows.locked(id)
                                .invoke(kept -> EntityTags.check(ifMatch, kept.version()))
                                .chain(kept -> complete(kept, request, draft, pdf))
                                .chain(() -> rows.one(id)))));
    }

    private Uni<Void> complete(Kept kept, AccountingRequest.Answer request, Draft draft, byte[] pdf) {
        if (request.answeredOn().isAfter(accountings.today(kept))) {
            throw new Problem(NotificationProblem.DAY_IN_THE_FUTURE).field("/answeredOn", "not after today");
        }
        Set<UUID> still =
                draft.found().leftOut().stream().map(LeftOut::incidentId).collect(Collectors.toSet());
        Set<UUID> told = Set.of(draft.told());
        return drafts.holds(draft)
                .chain(() -> leftOut.ofRequest(kept.view().id(), caller.subject(), caller.entitiesFilter()))
                .map(open -> open.stream()
                        .filter(row -> !still.contains(row.incidentId()))
                        .collect(Collectors.partitioningBy(row -> told.contains(row.incidentId()))))
                .invoke(AccountingCompletions::mustBeSome)
                .call(settled -> keep(kept, request, draft, pdf))
                .call(settled -> leftOut.complete(settled.get(true), request.answeredOn(), caller.subject()))
                .chain(settled -> leftOut.cancel(settled.get(false), request.answeredOn(), caller.subject()));
    }

    private Uni<Void> keep(Kept kept, AccountingRequest.Answer request, Draft draft, byte[] pdf) {
        UUID id = ids.next();
        UUID requestId = kept.view().id();
        return vault.open(requestId)
                .chain(cipher -> Sql.update(
                        ADD,
                        id,
                        requestId,
                        request.answeredOn(),
                        request.way(),
                        cipher.seal(AccountingRows.COMPLETION, id, pdf),
                        Hashes.sha256(pdf),
                        draft.told(),
                        clock.instant(),
                        caller.subject()))
                .chain(() -> Sql.update("update accounting_request set version = version + 1 where id = ?1", requestId))
                .chain(() -> drafts.keep(id, kept.view().entityId(), pdf));
    }

    private static void mustBeSome(Map<Boolean, List<Row>> settled) {
        if (settled.values().stream().allMatch(List::isEmpty)) {
            throw new Problem(NotificationProblem.NOTHING_TO_COMPLETE);
        }
    }
}
