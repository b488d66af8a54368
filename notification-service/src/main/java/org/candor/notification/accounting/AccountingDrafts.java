package org.candor.notification.accounting;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.kit.crypto.BlindIndex;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.keeping.FrozenDocument;
import org.candor.kit.keeping.Keeping;
import org.candor.kit.outbox.Origin;
import org.candor.notification.NotificationProblem;
import org.candor.notification.accounting.AccountingEntries.Found;
import org.candor.notification.accounting.AccountingRequest.Entry;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.directory.Directory;
import org.candor.notification.directory.EntityPaper;

/** Draws an accounting up as it would be given now, and has what was given kept. */
@ApplicationScoped
class AccountingDrafts {

    private static final String KIND = "ACCOUNTING_OF_DISCLOSURES";

    /** What was found, and on whose paper it goes. */
    record Draft(Found found, EntityPaper paper) {

        /** Who received it belongs into every entry (164.528(b)(2)(ii)). */
        void mustBeRecorded() {
            List<String> open = found.accounting().entries().stream()
                    .filter(entry -> !entry.recorded())
                    .map(Entry::incidentId)
                    .map(UUID::toString)
                    .toList();
            if (!open.isEmpty()) {
                throw new Problem(NotificationProblem.DISCLOSURE_NOT_RECORDED).missing(open);
            }
        }

        /** The breaches that it tells. */
        UUID[] told() {
            return found.accounting().entries().stream().map(Entry::incidentId).toArray(UUID[]::new);
        }

        /** Told or left out, in the order in which everybody locks them. */
        private List<UUID> breaches() {
            return Stream.concat(Arrays.stream(told()), found.leftOut().stream().map(LeftOut::incidentId))
                    .sorted()
                    .toList();
        }
    }

    private final CampaignDesk desk;
    private final AccountingRows rows;
    private final AccountingEntries entries;
    private final Directory directory;
    private final BlindIndex index;
    private final Workers workers;
    private final Keeping keeping;
    private final Caller caller;
    private final Clock clock;

    AccountingDrafts(
            CampaignDesk desk,
            AccountingRows rows,
            AccountingEntries entries,
            Directory directory,
            BlindIndex index,
            Workers workers,
            Keeping keeping,
            Caller caller,
            Clock clock) {
        this.desk = desk;
        this.rows = rows;
        this.entries = entries;
        this.directory = directory;
        this.index = index;
        this.workers = workers;
        this.keeping = keeping;
        this.caller = caller;
        this.clock = clock;
    }

    Uni<Draft> of(UUID requestId) {
        return index.ready()
                .chain(() -> Transactions.run(() -> rows.one(requestId)
                        .chain(kept -> rows.who(requestId)
                                .chain(who -> entries.of(kept.view(), who))
                                .chain(found -> directory
                                        .entity(kept.view().entityId())
                                        .map(Optional::orElseThrow)
                                        .map(paper -> new Draft(found, paper))))));
    }

    Uni<byte[]> laidOut(Draft draft, String language) {
        return workers.run(() ->
                AccountingLayout.pdf(draft.found().accounting(), draft.paper().sender(), language));
    }

    /**
     * The holds of this moment; refuses when one has come since for what it tells (45 CFR 164.412). The campaigns stay locked: a
     * hold that comes now waits, and finds the duties that it has to move. Call inside a transaction, before those are locked.
     */
    Uni<Map<UUID, Optional<LocalDate>>> holds(Draft draft) {
        return Multi.createFrom()
                .iterable(draft.breaches())
                .onItem()
                .transformToUniAndConcatenate(desk::locked)
                .map(campaign -> campaign.orElseThrow(Problem::notFound))
                .collect()
                .asMap(CampaignRow::incidentId, desk::heldUntil)
                .invoke(holds -> Arrays.stream(draft.told())
                        .flatMap(told -> holds.get(told).stream())
                        .findAny()
                        .ifPresent(day -> {
                            throw new Problem(NotificationProblem.NOTICE_HELD).field("heldUntil", day.toString());
                        }));
    }

    /**
     * A copy for audit-service: it belongs to a person and to no incident. Call inside a transaction.
     *
     * @param id of the request, or of its completion
     */
    Uni<Void> keep(UUID id, String entityId, byte[] pdf) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return keeping.handOver(
                new FrozenDocument(id, KIND, "request-" + id, "application/pdf", now, pdf),
                new Origin(entityId, false, caller.subject()));
    }
}
