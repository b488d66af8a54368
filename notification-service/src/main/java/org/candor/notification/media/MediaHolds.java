package org.candor.notification.media;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.Envelope;
import org.candor.events.ObligationEvent;
import org.candor.events.ObligationEvent.ObligationsComputed;
import org.candor.events.ObligationKind;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;
import org.candor.kit.ops.Round;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.jboss.logging.Logger;

/** Keeps back mails to outlets that wait while a hold begins, and lets them go when it ends (45 CFR 164.412). */
@ApplicationScoped
class MediaHolds implements EventConsumer<ObligationEvent> {

    private static final Logger LOG = Logger.getLogger(MediaHolds.class);

    private static final String MOVE = """
            update outgoing_mail o set state = ?3
              from media_notice m
             where m.id = o.purpose_id and o.purpose = 'MEDIA' and m.incident_id = ?1 and m.state = 'SENDING' and o.state = ?2
            """;

    private static final String SENDING = """
            select distinct m.incident_id from media_notice m join campaign c on c.incident_id = m.incident_id
             where m.state = 'SENDING' and not c.drill
            """;

    private final CampaignDesk desk;

    MediaHolds(CampaignDesk desk) {
        this.desk = desk;
    }

    @Override
    public Topic topic() {
        return Topic.OBLIGATION;
    }

    /** A hold that comes keeps the mails back at once, whatever its day; the watch lets them go. */
    @Override
    public Uni<Handling> on(ObligationEvent fact, Envelope envelope) {
        boolean held = fact instanceof ObligationsComputed computed
                && computed.obligations().stream()
                        .anyMatch(duty -> duty.kind() == ObligationKind.MEDIA_NOTICE && duty.heldUntil() != null);
        return held
                ? Sql.update(MOVE, fact.incidentId(), "WAITING", "WITHHELD").replaceWith(Handling.APPLIED)
                : Uni.createFrom().item(Handling.APPLIED);
    }

    @Scheduled(every = "${candor.posting.watch}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> watch() {
        return Round.of(
                Transactions.read(() -> Sql.rows(UUID.class, SENDING)).chain(incidents -> all(incidents)),
                LOG,
                "mails to outlets could not be looked at");
    }

    private Uni<Void> all(List<UUID> incidents) {
        return Multi.createFrom()
                .iterable(incidents)
                .onItem()
                .transformToUniAndConcatenate(incident -> Transactions.run(() -> align(incident)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> align(UUID incidentId) {
        return desk.locked(incidentId)
                .map(Optional::orElseThrow)
                .chain(campaign -> held(campaign)
                        ? Sql.update(MOVE, incidentId, "WAITING", "WITHHELD")
                        : Sql.update(MOVE, incidentId, "WITHHELD", "WAITING"));
    }

    private boolean held(CampaignRow campaign) {
        LocalDate today = desk.today(campaign);
        return campaign.campaign().duties().list().stream()
                .anyMatch(duty -> duty.kind() == ObligationKind.MEDIA_NOTICE && duty.heldOn(today));
    }
}
