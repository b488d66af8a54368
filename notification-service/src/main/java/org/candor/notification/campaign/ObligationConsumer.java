package org.candor.notification.campaign;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.candor.events.Envelope;
import org.candor.events.NoticeEvent.CampaignOpened;
import org.candor.events.ObligationEvent;
import org.candor.events.ObligationEvent.ObligationsComputed;
import org.candor.events.Topic;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;
import org.candor.kit.outbox.Outbox;
import org.candor.notification.campaign.decision.Campaign;
import org.candor.notification.campaign.decision.Command;
import org.candor.notification.campaign.decision.Duties;
import org.candor.notification.directory.Directory;
import org.candor.notification.directory.EntityPaper;

/** Obligations open the campaign, and each new computation replaces what was told before. */
@ApplicationScoped
class ObligationConsumer implements EventConsumer<ObligationEvent> {

    private final CampaignRows rows;
    private final CampaignDesk desk;
    private final Directory directory;
    private final Outbox outbox;
    private final Clock clock;

    ObligationConsumer(CampaignRows rows, CampaignDesk desk, Directory directory, Outbox outbox, Clock clock) {
        this.rows = rows;
        this.desk = desk;
        this.directory = directory;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Topic topic() {
        return Topic.OBLIGATION;
    }

    @Override
    public Uni<Handling> on(ObligationEvent fact, Envelope envelope) {
        return fact instanceof ObligationsComputed computed
                ? take(computed, envelope)
                : Uni.createFrom().item(Handling.APPLIED);
    }

    private Uni<Handling> take(ObligationsComputed computed, Envelope envelope) {
        return rows.locked(computed.incidentId())
                .chain(found -> found.isPresent() ? change(found.get(), computed, envelope) : open(computed, envelope));
    }

    private Uni<Handling> change(CampaignRow row, ObligationsComputed computed, Envelope envelope) {
        row.discoveredOn = computed.discoveredOn();
        row.letterDue = computed.combinedLetterDue();
        return desk.apply(row, new Command.TakeDuties(CampaignJson.of(computed)), envelope.actor())
                .replaceWith(Handling.APPLIED);
    }

    private Uni<Handling> open(ObligationsComputed computed, Envelope envelope) {
        Duties duties = CampaignJson.of(computed);
        if (duties.list().isEmpty()) {
            return Uni.createFrom().item(Handling.APPLIED);
        }
        return directory
                .entity(computed.entityId())
                .chain(entity -> entity.isEmpty()
                        ? Uni.createFrom().item(Handling.WAITING)
                        : open(computed, duties, entity, envelope));
    }

    private Uni<Handling> open(
            ObligationsComputed computed, Duties duties, Optional<EntityPaper> entity, Envelope envelope) {
        CampaignRow row = new CampaignRow();
        row.incidentId = computed.incidentId();
        row.entityId = computed.entityId();
        row.drill = envelope.drill();
        row.timeZone = entity.orElseThrow().zone().getId();
        row.discoveredOn = computed.discoveredOn();
        row.letterDue = computed.combinedLetterDue();
        row.openedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.take(new Campaign.Opened(duties));
        return rows.persist(row)
                .chain(() -> outbox.publish(
                        Topic.NOTICE,
                        new CampaignOpened(row.incidentId, row.entityId, row.openedAt),
                        row.origin(envelope.actor())))
                .replaceWith(Handling.APPLIED);
    }
}
