package org.candor.notification.accounting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.BlindIndex;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.keeping.FrozenDocument;
import org.candor.kit.keeping.Keeping;
import org.candor.kit.outbox.Origin;
import org.candor.notification.Hashes;
import org.candor.notification.NotificationProblem;
import org.candor.notification.accounting.AccountingRequest.Accounting;
import org.candor.notification.accounting.AccountingRequest.Entry;
import org.candor.notification.accounting.AccountingRows.Kept;
import org.candor.notification.directory.Directory;
import org.candor.notification.directory.EntityPaper;

/**
 * Draws the accounting up, and keeps the one that was given, sealed and with its hash (45 CFR 164.528(b), (d)). A copy goes to
 * audit-service under the request's own id: it belongs to a person and to no incident, so that there nobody reads it who is not
 * asked for it, and its hash stands in the trail.
 */
@ApplicationScoped
class AccountingAnswers {

    private static final String ANSWERED = """
            update accounting_request
               set state = 'ANSWERED', answered_on = ?2, answer_way = ?3, answer = ?4, answer_sha256 = ?5, version = version + 1
             where id = ?1
            """;

    private static final String KIND = "ACCOUNTING_OF_DISCLOSURES";

    private record Drawn(Accounting accounting, EntityPaper paper) {}

    private final Accountings accountings;
    private final AccountingRows rows;
    private final AccountingEntries entries;
    private final Directory directory;
    private final IncidentVault vault;
    private final BlindIndex index;
    private final AccessLog accesses;
    private final Workers workers;
    private final Keeping keeping;
    private final Caller caller;
    private final Clock clock;

    AccountingAnswers(
            Accountings accountings,
            AccountingRows rows,
            AccountingEntries entries,
            Directory directory,
            IncidentVault vault,
            BlindIndex index,
            AccessLog accesses,
            Workers workers,
            Keeping keeping,
            Caller caller,
            Clock clock) {
        this.accountings = accountings;
        this.rows = rows;
        this.entries = entries;
        this.directory = directory;
        this.vault = vault;
        this.index = index;
        this.accesses = accesses;
        this.workers = workers;
        this.keeping = keeping;
        this.caller = caller;
        this.clock = clock;
    }

    Uni<Accounting> accounting(UUID id) {
        return drawn(id).map(Drawn::accounting);
    }

    /** As it was given; before that as it would be given now. */
    Uni<byte[]> pdf(UUID id, String language) {
        return accountings
                .one(id)
                .chain(kept -> kept.view().state().equals("ANSWERED")
                        ? Transactions.run(() -> accesses.list("read-accounting", "requestId=" + id, List.of())
                                .chain(() -> rows.answer(id)))
                        : drawn(id).chain(drawn -> laidOut(drawn, language)));
    }

    Uni<Kept> answer(UUID id, AccountingRequest.Answer request, String language, String ifMatch) {
        return drawn(id)
                .invoke(drawn -> mustBeRecorded(drawn.accounting()))
                .chain(drawn -> laidOut(drawn, language))
                .chain(pdf -> Transactions.run(() -> rows.locked(id)
                        .invoke(kept -> Accountings.mustBeOpen(kept, ifMatch))
                        .chain(kept -> answer(kept, request, pdf))
                        .chain(() -> rows.one(id))));
    }

    private Uni<Void> answer(Kept kept, AccountingRequest.Answer request, byte[] pdf) {
        UUID id = kept.view().id();
        if (request.answeredOn().isAfter(accountings.today(kept))) {
            throw new Problem(NotificationProblem.DAY_IN_THE_FUTURE).field("/answeredOn", "not after today");
        }
        long late = kept.view().time().daysLate(request.answeredOn());
        Origin origin = new Origin(kept.view().entityId(), false, caller.subject());
        return vault.open(id)
                .chain(cipher -> Sql.update(
                        ANSWERED,
                        id,
                        request.answeredOn(),
                        request.way(),
                        cipher.seal(AccountingRows.ANSWER, id, pdf),
                        Hashes.sha256(pdf)))
                .chain(() -> accountings.publish(
                        kept.view().entityId(), new DeadlineMet(id, null, request.answeredOn(), late)))
                .chain(() -> keeping.handOver(frozen(id, pdf), origin));
    }

    private FrozenDocument frozen(UUID id, byte[] pdf) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new FrozenDocument(id, KIND, "request-" + id, "application/pdf", now, pdf);
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
}
