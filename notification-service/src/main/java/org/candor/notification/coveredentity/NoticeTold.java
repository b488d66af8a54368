package org.candor.notification.coveredentity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.candor.events.NoticeEvent.RegulatorNotified;
import org.candor.events.Topic;
import org.candor.kit.keeping.FrozenDocument;
import org.candor.kit.keeping.Keeping;
import org.candor.kit.outbox.Outbox;
import org.candor.notification.campaign.CampaignRow;

/**
 * Tells breach-service that a covered entity was told, by the id of its deadline, and hands the notice to audit-service for
 * keeping. Call inside the transaction that records it.
 */
@ApplicationScoped
class NoticeTold {

    /** The duty is federal. */
    private static final String JURISDICTION = "US";

    private final Outbox outbox;
    private final Keeping keeping;
    private final Clock clock;

    NoticeTold(Outbox outbox, Keeping keeping, Clock clock) {
        this.outbox = outbox;
        this.keeping = keeping;
        this.clock = clock;
    }

    Uni<Void> tell(CampaignRow campaign, UUID affectedId, int number, LocalDate on, byte[] pdf, String actor) {
        FrozenDocument document = new FrozenDocument(
                campaign.incidentId(),
                "COVERED_ENTITY_NOTICE",
                affectedId + "-" + number,
                "application/pdf",
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                pdf);
        return outbox.publish(
                        Topic.NOTICE,
                        new RegulatorNotified(campaign.incidentId(), affectedId, JURISDICTION, on),
                        campaign.origin(actor))
                .chain(() -> keeping.handOver(document, campaign.origin(actor)));
    }
}
