package org.candor.notification.accounting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.notification.Hashes;
import org.candor.notification.NotificationProblem;
import org.candor.notification.accounting.AccountingDrafts.Draft;
import org.candor.notification.accounting.AccountingRequest.Accounting;
import org.candor.notification.accounting.AccountingRows.Kept;

/**
 * Draws the accounting up, and keeps the one that was given, sealed and with its hash (45 CFR 164.528(b), (d)). A copy goes to
 * audit-service under the request's own id, which audit takes for no incident: it is about a person. There the auditor alone
 * reads it, its hash stands in the trail, and its time ends by itself.
 */
@ApplicationScoped
class AccountingAnswers {

    private static final String ANSWERED = """
            update accounting_request
               set state = 'ANSWERED', answered_on = ?2, answer_way = ?3, answer = ?4, answer_sha256 = ?5, told = cast(?6 as uuid[]),
                   answer_language = ?7, version = version + 1
             where id = ?1
            """;

    private record Last(Optional<byte[]> given, String language) {}

    private final Accountings accountings;
    private final AccountingRows rows;
    private final AccountingDrafts drafts;
    private final LeftOutRows leftOut;
    private final IncidentVault vault;
    private final AccessLog accesses;

    AccountingAnswers(
            Accountings accountings,
            AccountingRows rows,
            AccountingDrafts drafts,
            LeftOutRows leftOut,
            IncidentVault vault,
            AccessLog accesses) {
        this.accountings = accountings;
        this.rows = rows;
        this.drafts = drafts;
        this.leftOut = leftOut;
        this.vault = vault;
        this.accesses = accesses;
    }

    Uni<Accounting> accounting(UUID id) {
        return drafts.of(id).map(draft -> draft.found().accounting());
    }

    /**
     * As it was given last; before that, and for whom a breach in it does not exist, as he would give it now. Once answered it
     * is in the language of the answer, whatever is asked for: else a copy that changes would betray that breach.
     */
    Uni<byte[]> pdf(UUID id, String language) {
        return Transactions.run(() -> rows.one(id)
                        .chain(kept -> rows.given(id).map(given -> new Last(given, kept.languageOr(language))))
                        .call(last -> last.given().isEmpty()
                                ? Uni.createFrom().voidItem()
                                : accesses.list("read-accounting", "requestId=" + id, List.of())))
                .chain(last -> last.given().isPresent()
                        ? Uni.createFrom().item(last.given().get())
                        : drafts.of(id).chain(draft -> drafts.laidOut(draft, last.language())));
    }

    Uni<Kept> answer(UUID id, AccountingRequest.Answer request, String language, String ifMatch) {
        return drafts.of(id)
                .invoke(Draft::mustBeRecorded)
                .chain(draft -> drafts.laidOut(draft, language)
                        .chain(pdf -> Transactions.run(() -> rows.locked(id)
                                .invoke(kept -> Accountings.mustBeOpen(kept, ifMatch))
                                .chain(kept -> answer(kept, request, draft, pdf, language))
                                .chain(() -> rows.one(id)))));
    }

    private Uni<Void> answer(Kept kept, AccountingRequest.Answer request, Draft draft, byte[] pdf, String language) {
        UUID id = kept.view().id();
        LocalDate today = accountings.today(kept);
        if (request.answeredOn().isAfter(today)) {
            throw new Problem(NotificationProblem.DAY_IN_THE_FUTURE).field("/answeredOn", "not after today");
        }
        long late = kept.view().time().daysLate(request.answeredOn());
        return drafts.holds(draft)
                .chain(holds -> leftOut.add(kept, draft.found().leftOut(), holds, today))
                .chain(() -> vault.open(id))
                .chain(cipher -> Sql.update(
                        ANSWERED,
                        id,
                        request.answeredOn(),
                        request.way(),
                        cipher.seal(AccountingRows.ANSWER, id, pdf),
                        Hashes.sha256(pdf),
                        draft.told(),
                        language))
                .chain(() -> accountings.publish(
                        kept.view().entityId(), new DeadlineMet(id, null, request.answeredOn(), late)))
                .chain(() -> drafts.keep(id, kept.view().entityId(), pdf));
    }
}
