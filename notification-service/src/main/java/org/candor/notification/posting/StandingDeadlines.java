package org.candor.notification.posting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.events.DeadlineEvent;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.kit.outbox.Outbox;
import org.candor.notification.campaign.CampaignRow;

/** Deadlines of substitute notice. Call inside the transaction of what they belong to. */
@ApplicationScoped
class StandingDeadlines {

    private static final String CITATION = "45 CFR 164.404(d)(2)(ii)";

    private final Outbox outbox;

    StandingDeadlines(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> stands(CampaignRow campaign, UUID id, LocalDate through, String actor) {
        return set(campaign, id, "POSTING_STANDS", "Keep the substitute posting public", through, actor);
    }

    Uni<Void> check(CampaignRow campaign, UUID id, LocalDate due, String actor) {
        return set(campaign, id, "TOLL_FREE_CHECK", "Call the toll-free number and record that it answers", due, actor);
    }

    Uni<Void> met(CampaignRow campaign, UUID id, LocalDate on, long daysLate, String actor) {
        return publish(campaign, new DeadlineMet(id, campaign.incidentId(), on, daysLate), actor);
    }

    Uni<Void> cancelled(CampaignRow campaign, UUID id, String reason, String actor) {
        return publish(campaign, new DeadlineCancelled(id, campaign.incidentId(), reason), actor);
    }

    private Uni<Void> set(CampaignRow campaign, UUID id, String kind, String title, LocalDate due, String actor) {
        return publish(
                campaign,
                new DeadlineSet(
                        id,
                        campaign.incidentId(),
                        campaign.entityId(),
                        kind,
                        title,
                        due,
                        null,
                        campaign.zone().getId(),
                        OfficerRole.PRIVACY_OFFICER,
                        CITATION),
                actor);
    }

    private Uni<Void> publish(CampaignRow campaign, DeadlineEvent fact, String actor) {
        return outbox.publish(Topic.NOTICE, fact, campaign.origin(actor));
    }
}
