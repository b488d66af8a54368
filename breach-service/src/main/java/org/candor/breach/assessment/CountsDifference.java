package org.candor.breach.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.assessment.AssessmentDesk.Opened;
import org.candor.breach.assessment.CountsOffers.Offer;
import org.candor.breach.assessment.decision.Assessment;
import org.candor.breach.obligations.KeptObligation;
import org.candor.breach.obligations.decision.NoticeFacts;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.ObligationEvent;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.kit.outbox.Outbox;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A roster that counts otherwise than the facts say is an alarm until an officer has adopted its counts. */
@ApplicationScoped
class CountsDifference {

    private final CountsOffers offers;
    private final Outbox outbox;
    private final int days;

    CountsDifference(CountsOffers offers, Outbox outbox, @ConfigProperty(name = "candor.counts-days") int days) {
        this.offers = offers;
        this.outbox = outbox;
        this.days = days;
    }

    /** True while the offer says other than the facts. */
    static boolean differs(Offer offer, NoticeFacts notice) {
        boolean sameBad = offer.undeliverable().equals(notice.undeliverable());
        boolean samePeople = notice.individuals()
                .map(known -> known.total() == offer.total()
                        && known.residents().equals(offer.individuals().residents()))
                .orElse(false);
        return !(sameBad && samePeople);
    }

    /** Tells of the newest offer, which is already kept. */
    Uni<Void> tell(Opened opened, Instant countedAt, String actor) {
        AssessmentRow row = opened.row();
        LocalDate due = LocalDate.ofInstant(countedAt, row.zone()).plusDays(days);
        return offers.newest(row.incidentId).chain(newest -> {
            boolean differs = stillDiffers(newest, opened.assessment());
            return turn(row, differs, differs ? open(row, due) : same(row), actor);
        });
    }

    /** Closes what the facts have settled: they count the same now, or nobody is to be told. */
    Uni<Void> follow(AssessmentRow row, Assessment next, String actor) {
        if (!row.countsOpen) {
            return Uni.createFrom().voidItem();
        }
        return offers.newest(row.incidentId)
                .chain(newest ->
                        stillDiffers(newest, next) ? Uni.createFrom().voidItem() : turn(row, false, same(row), actor));
    }

    private static boolean stillDiffers(Optional<Offer> newest, Assessment next) {
        return !(next instanceof Assessment.NothingOwed)
                && newest.filter(offer -> differs(offer, next.dossier().notice()))
                        .isPresent();
    }

    Uni<Void> adopted(AssessmentRow row, LocalDate today, String actor) {
        return turn(row, false, new DeadlineMet(id(row), row.incidentId, today, 0), actor);
    }

    /** Tells what opens, and what closes only if it was open. */
    private Uni<Void> turn(AssessmentRow row, boolean open, ObligationEvent fact, String actor) {
        boolean was = row.countsOpen;
        row.countsOpen = open;
        return open || was
                ? outbox.publish(Topic.OBLIGATION, fact, row.origin(actor))
                : Uni.createFrom().voidItem();
    }

    private static ObligationEvent open(AssessmentRow row, LocalDate due) {
        return row.breach()
                .deadline(
                        id(row),
                        "COUNTS_DIFFER",
                        "The roster counts otherwise than the facts: adopt its counts, or correct it",
                        due,
                        OfficerRole.PRIVACY_OFFICER,
                        "45 CFR 164.406, 164.408");
    }

    private static ObligationEvent same(AssessmentRow row) {
        return new DeadlineCancelled(
                id(row), row.incidentId, "the roster counts what the facts say, or nobody is to be told");
    }

    private static UUID id(AssessmentRow row) {
        return KeptObligation.idOf(row.incidentId, "counts");
    }
}
