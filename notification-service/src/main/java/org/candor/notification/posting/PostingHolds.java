package org.candor.notification.posting;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.Envelope;
import org.candor.events.ObligationEvent;
import org.candor.events.ObligationEvent.Obligation;
import org.candor.events.ObligationEvent.ObligationsComputed;
import org.candor.events.ObligationKind;
import org.candor.events.Topic;
import org.candor.kit.data.Transactions;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;
import org.candor.kit.ops.Round;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.posting.decision.Posting;
import org.candor.notification.posting.decision.Standing;
import org.jboss.logging.Logger;

/**
 * Takes a posting down when a hold begins and puts it up again when the hold ends, whether breach-service says so or the day
 * has come (45 CFR 164.412).
 */
@ApplicationScoped
class PostingHolds implements EventConsumer<ObligationEvent> {

    private static final Logger LOG = Logger.getLogger(PostingHolds.class);

    private final PostingStore store;
    private final PostingChanges changes;
    private final CampaignDesk desk;

    PostingHolds(PostingStore store, PostingChanges changes, CampaignDesk desk) {
        this.store = store;
        this.changes = changes;
        this.desk = desk;
    }

    @Override
    public Topic topic() {
        return Topic.OBLIGATION;
    }

    @Override
    public Uni<Handling> on(ObligationEvent fact, Envelope envelope) {
        return fact instanceof ObligationsComputed computed
                ? hear(computed.incidentId(), held(computed), envelope.actor()).replaceWith(Handling.APPLIED)
                : Uni.createFrom().item(Handling.APPLIED);
    }

    /** A day may have passed: a hold has ended, or the ninetieth day is over. */
    @Scheduled(every = "${candor.posting.watch}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> watch() {
        return Round.of(
                Transactions.read(store::changing)
                        .chain(incidents -> Multi.createFrom()
                                .iterable(incidents)
                                .onItem()
                                .transformToUniAndConcatenate(incident ->
                                        Transactions.run(() -> look(incident)).replaceWith(incident))
                                .collect()
                                .last()),
                LOG,
                "postings could not be looked at");
    }

    private Uni<Void> hear(UUID incidentId, Optional<LocalDate> heldUntil, String actor) {
        return desk.locked(incidentId)
                .chain(campaign -> campaign.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : store.locked(incidentId)
                                .chain(found -> found.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : changes.apply(
                                                        campaign.get(),
                                                        found.get(),
                                                        new Standing.Command.Hear(heldUntil),
                                                        actor)
                                                .replaceWithVoid()));
    }

    private Uni<Void> look(UUID incidentId) {
        return desk.locked(incidentId)
                .map(Optional::orElseThrow)
                .chain(campaign ->
                        store.locked(incidentId).map(Optional::orElseThrow).chain(record -> look(campaign, record)));
    }

    private Uni<Void> look(CampaignRow campaign, PostingRecord record) {
        return switch (record.posting()) {
            case Posting.Up up ->
                !record.standsMet() && desk.today(campaign).isAfter(up.keepThrough())
                        ? changes.daysAreFull(campaign, record, up.keepThrough(), Envelope.SYSTEM)
                        : Uni.createFrom().voidItem();
            case Posting.Down down ->
                changes.apply(
                                campaign,
                                record,
                                new Standing.Command.Hear(Optional.of(down.heldUntil())),
                                Envelope.SYSTEM)
                        .replaceWithVoid();
            case Posting.Ended ended -> Uni.createFrom().voidItem();
        };
    }

    /** A hold stands in the duty whether it is done or not: what is up must come down. */
    private static Optional<LocalDate> held(ObligationsComputed computed) {
        return computed.obligations().stream()
                .filter(obligation -> obligation.kind() == ObligationKind.SUBSTITUTE_NOTICE)
                .map(Obligation::heldUntil)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo);
    }
}
