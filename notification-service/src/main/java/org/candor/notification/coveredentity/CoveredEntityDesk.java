package org.candor.notification.coveredentity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.web.EntityTags;
import org.candor.notification.NotificationProblem;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.roster.RosterPeople;

/** Who is to be told, with whose individuals; each reading of a name is recorded. */
@ApplicationScoped
class CoveredEntityDesk {

    private final CampaignDesk desk;
    private final Recipients recipients;
    private final PeopleLists lists;
    private final NoticeRows notices;
    private final RosterPeople reader;
    private final IncidentVault vault;
    private final AccessLog accesses;
    private final Workers workers;
    private final Caller caller;

    CoveredEntityDesk(
            CampaignDesk desk,
            Recipients recipients,
            PeopleLists lists,
            NoticeRows notices,
            RosterPeople reader,
            IncidentVault vault,
            AccessLog accesses,
            Workers workers,
            Caller caller) {
        this.desk = desk;
        this.recipients = recipients;
        this.lists = lists;
        this.notices = notices;
        this.reader = reader;
        this.vault = vault;
        this.accesses = accesses;
        this.workers = workers;
        this.caller = caller;
    }

    Uni<List<CoveredEntityView>> all(UUID incidentId) {
        return Transactions.run(() -> desk.visible(incidentId)
                .call(() -> accesses.read("read-covered-entities", incidentId))
                .chain(() -> views(incidentId)));
    }

    Uni<CoveredEntityView> put(UUID incidentId, UUID affectedId, RecipientRequest request, String ifMatch) {
        return Transactions.run(() -> desk.toChange(incidentId)
                .call(() -> accesses.readPart("name-covered-entity", incidentId, "affectedId=" + affectedId))
                .chain(() -> vault.open(incidentId))
                .chain(cipher -> recipients
                        .one(incidentId, affectedId, cipher)
                        .invoke(found -> EntityTags.check(ifMatch, found.version()))
                        .chain(() -> recipients.put(incidentId, affectedId, request, cipher)))
                .chain(() -> one(incidentId, affectedId)));
    }

    /** The list has to be readable as a whole; rows that are no people are counted, and do not hold the notice up. */
    Uni<CoveredEntityView> people(UUID incidentId, UUID affectedId, byte[] csv) {
        String actor = caller.subject();
        return workers.run(() -> reader.read(csv))
                .chain(read -> Transactions.run(() -> desk.toChange(incidentId)
                        .call(() -> accesses.readPart("list-covered-entity", incidentId, "affectedId=" + affectedId))
                        .chain(() -> vault.open(incidentId))
                        .chain(cipher -> named(incidentId, affectedId, cipher)
                                .chain(() -> lists.add(
                                        affectedId, read.people().size(), read.refused(), csv, actor, cipher)))
                        .chain(() -> one(incidentId, affectedId))));
    }

    Uni<byte[]> peopleFile(UUID incidentId, UUID affectedId, UUID listId) {
        return Transactions.run(() -> desk.visible(incidentId)
                .call(() -> accesses.readPart("read-covered-entity-list", incidentId, "affectedId=" + affectedId))
                .chain(() -> vault.open(incidentId))
                .chain(cipher -> recipients
                        .one(incidentId, affectedId, cipher)
                        .chain(() -> lists.one(affectedId, listId, cipher)))
                .map(PeopleLists.Sealed::csv));
    }

    /** A notice as it was frozen. */
    Uni<byte[]> document(UUID incidentId, UUID noticeId) {
        return Transactions.run(() -> desk.visible(incidentId)
                .call(() -> accesses.readPart("read-covered-entity-notice", incidentId, "noticeId=" + noticeId))
                .chain(() -> notices.document(incidentId, noticeId))
                .map(found -> found.orElseThrow(Problem::notFound))
                .chain(document -> vault.open(incidentId)
                        .map(cipher -> cipher.readBytes(NoticeRows.DOCUMENT, noticeId, document))));
    }

    /** Call inside a transaction that recorded the access. */
    Uni<CoveredEntityView> one(UUID incidentId, UUID affectedId) {
        return views(incidentId)
                .map(views -> views.stream()
                        .filter(view -> view.affectedId().equals(affectedId))
                        .findFirst()
                        .orElseThrow(Problem::notFound));
    }

    private Uni<Recipients.Affected> named(UUID incidentId, UUID affectedId, IncidentCipher cipher) {
        return recipients.one(incidentId, affectedId, cipher).invoke(CoveredEntityDesk::requireRecipient);
    }

    static void requireRecipient(Recipients.Affected affected) {
        if (affected.recipient().isEmpty()) {
            throw new Problem(NotificationProblem.COVERED_ENTITY_NOT_NAMED);
        }
    }

    private Uni<List<CoveredEntityView>> views(UUID incidentId) {
        return vault.open(incidentId)
                .chain(cipher -> recipients.all(incidentId, cipher))
                .chain(affected -> lists.all(incidentId)
                        .chain(listed -> notices.all(incidentId)
                                .map(sent -> affected.stream()
                                        .map(one -> view(one, listed, sent))
                                        .toList())));
    }

    private static CoveredEntityView view(
            Recipients.Affected affected, List<PeopleLists.Of> listed, List<NoticeRows.Of> sent) {
        List<CoveredEntityView.Notice> notices = sent.stream()
                .filter(one -> one.affectedId().equals(affected.id()))
                .map(NoticeRows.Of::notice)
                .toList();
        return new CoveredEntityView(
                affected.id(),
                affected.due(),
                affected.state().equals("MET") ? "TOLD" : affected.state(),
                affected.recipient().orElse(null),
                listed.stream()
                        .filter(one -> one.affectedId().equals(affected.id()))
                        .map(PeopleLists.Of::listed)
                        .toList(),
                notices,
                affected.version());
    }
}
