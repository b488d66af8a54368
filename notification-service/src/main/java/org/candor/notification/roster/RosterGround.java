package org.candor.notification.roster;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.IncidentRoutings;
import org.candor.kit.outbox.Origin;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.directory.Directory;

/** On what a roster stands: its campaign, or the incident alone, since a roster may come before the obligations. */
@ApplicationScoped
class RosterGround {

    /** @param today local day of the entity */
    record Ground(UUID incidentId, String entityId, boolean drill, LocalDate today, Optional<CampaignRow> campaign) {

        Origin origin(String actor) {
            return new Origin(entityId, drill, actor);
        }
    }

    private final CampaignDesk desk;
    private final IncidentRoutings routings;
    private final Directory directory;
    private final Clock clock;

    RosterGround(CampaignDesk desk, IncidentRoutings routings, Directory directory, Clock clock) {
        this.desk = desk;
        this.routings = routings;
        this.directory = directory;
        this.clock = clock;
    }

    /** For the service's own work; who asks was looked at before. The campaign is locked. Call inside a transaction. */
    Uni<Ground> of(UUID incidentId) {
        return routings.find(incidentId)
                .map(found -> found.orElseThrow(Problem::notFound))
                .chain(routing -> desk.locked(incidentId)
                        .chain(campaign -> directory
                                .entity(routing.entityId())
                                .map(entity -> entity.orElseThrow(Problem::notFound))
                                .map(entity -> new Ground(
                                        incidentId,
                                        routing.entityId(),
                                        routing.drill(),
                                        LocalDate.ofInstant(clock.instant(), entity.zone()),
                                        campaign))));
    }
}
