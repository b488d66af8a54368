package org.candor.notification.coveredentity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.Problem;
import org.candor.kit.time.Ids;
import org.candor.notification.NotificationProblem;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.directory.Directory;
import org.candor.notification.roster.RosterPeople;
import org.candor.notification.text.NoticeTextRow;
import org.candor.notification.text.NoticeTexts;
import org.candor.notification.text.Template;

/** Puts a notice together as it would go now; its layout is made on a worker, outside of sessions. */
@ApplicationScoped
class Drafts {

    private final CampaignDesk desk;
    private final Recipients recipients;
    private final PeopleLists lists;
    private final NoticeRows notices;
    private final NoticeTexts texts;
    private final Directory directory;
    private final RosterPeople reader;
    private final IncidentVault vault;
    private final AccessLog accesses;
    private final Workers workers;
    private final Ids ids;

    /** A draft and how it looks. */
    record Laid(Draft draft, byte[] pdf) {}

    Drafts(
            CampaignDesk desk,
            Recipients recipients,
            PeopleLists lists,
            NoticeRows notices,
            NoticeTexts texts,
            Directory directory,
            RosterPeople reader,
            IncidentVault vault,
            AccessLog accesses,
            Workers workers,
            Ids ids) {
        this.desk = desk;
        this.recipients = recipients;
        this.lists = lists;
        this.notices = notices;
        this.texts = texts;
        this.directory = directory;
        this.reader = reader;
        this.vault = vault;
        this.accesses = accesses;
        this.workers = workers;
        this.ids = ids;
    }

    Uni<Laid> laid(UUID incidentId, UUID affectedId) {
        return Transactions.run(() -> desk.visible(incidentId)
                        .call(() -> accesses.readPart(
                                "draft-covered-entity-notice", incidentId, "affectedId=" + affectedId))
                        .chain(campaign -> vault.open(incidentId).chain(cipher -> draft(campaign, affectedId, cipher))))
                .chain(draft -> workers.run(() -> new Laid(draft, draft.pdf(reader))));
    }

    /** Its notices before this one. Call inside a session. */
    Uni<List<NoticeRows.Of>> earlier(UUID incidentId, UUID affectedId) {
        return notices.all(incidentId)
                .map(all -> all.stream()
                        .filter(one -> one.affectedId().equals(affectedId))
                        .toList());
    }

    private Uni<Draft> draft(CampaignRow campaign, UUID affectedId, IncidentCipher cipher) {
        return recipients
                .one(campaign.incidentId(), affectedId, cipher)
                .invoke(CoveredEntityDesk::requireRecipient)
                .map(affected -> affected.recipient().orElseThrow())
                .chain(recipient -> text(campaign.incidentId())
                        .chain(text -> lists.newest(affectedId, cipher)
                                .chain(list -> draft(campaign, affectedId, recipient, text, list))));
    }

    private Uni<NoticeTextRow> text(UUID incidentId) {
        return texts.approved(incidentId, Template.COVERED_ENTITY, "en")
                .map(found -> found.orElseThrow(() -> new Problem(NotificationProblem.TEXT_NOT_APPROVED)
                        .field("/texts", Template.COVERED_ENTITY.id() + " en")));
    }

    private Uni<Draft> draft(
            CampaignRow campaign,
            UUID affectedId,
            RecipientRequest recipient,
            NoticeTextRow text,
            Optional<PeopleLists.Sealed> list) {
        return directory
                .entity(campaign.entityId())
                .map(Optional::orElseThrow)
                .chain(paper -> earlier(campaign.incidentId(), affectedId)
                        .map(earlier -> new Draft(
                                ids.next(),
                                earlier.size() + 1,
                                recipient,
                                paper.sender(),
                                text,
                                list,
                                desk.today(campaign),
                                campaign.drill())));
    }
}
