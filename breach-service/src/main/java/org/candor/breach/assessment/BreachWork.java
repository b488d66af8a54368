package org.candor.breach.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.breach.BreachProblem;
import org.candor.breach.Versioned;
import org.candor.breach.assessment.AssessmentDesk.Doing;
import org.candor.breach.assessment.AssessmentDesk.Opened;
import org.candor.breach.assessment.CountsOffers.Offer;
import org.candor.breach.assessment.decision.Command;
import org.candor.breach.assessment.decision.Decision;
import org.candor.breach.obligations.decision.NoticeFacts;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;

/** What officers do with the duties of a breach. */
@ApplicationScoped
class BreachWork {

    private final Assessments assessments;
    private final AssessmentDesk desk;
    private final CountsOffers offers;
    private final CountsDifference difference;
    private final BreachViews views;
    private final OpenAssessments open;
    private final AccessLog accesses;
    private final Caller caller;
    private final Clock clock;

    BreachWork(
            Assessments assessments,
            AssessmentDesk desk,
            CountsOffers offers,
            CountsDifference difference,
            BreachViews views,
            OpenAssessments open,
            AccessLog accesses,
            Caller caller,
            Clock clock) {
        this.assessments = assessments;
        this.desk = desk;
        this.offers = offers;
        this.difference = difference;
        this.views = views;
        this.open = open;
        this.accesses = accesses;
        this.caller = caller;
        this.clock = clock;
    }

    Uni<Versioned<BreachView>> one(UUID incidentId) {
        return Transactions.run(() -> open.visible(incidentId)
                .call(() -> accesses.read("read-obligations", incidentId))
                .chain(views::of));
    }

    /** The roster's counts become facts by an officer's word; nothing else takes them over. */
    Uni<Versioned<BreachView>> adopt(UUID incidentId, String ifMatch) {
        return Transactions.run(() -> open.locked(incidentId, ifMatch)
                .chain(opened -> offers.newest(incidentId)
                        .map(found -> found.filter(offer -> offer.adoptedBy() == null)
                                .orElseThrow(() -> new Problem(BreachProblem.NO_OFFER)))
                        .chain(offer -> adopt(opened, offer))));
    }

    private Uni<Versioned<BreachView>> adopt(Opened opened, Offer offer) {
        Decision.Accepted accepted =
                accepted(desk.decide(opened, new Command.AdoptCounts(offer.individuals(), offer.undeliverable())));
        NoticeFacts before = opened.assessment().dossier().notice();
        List<String> changes = before.changesTo(accepted.next().dossier().notice());
        String because = "counts of the roster were adopted; "
                + (changes.isEmpty() ? "they are those of the facts" : String.join("; ", changes));
        return offers.adopted(offer.offerId(), clock.instant(), caller.subject())
                .chain(() -> difference.adopted(opened.row(), today(opened), caller.subject()))
                .chain(() -> carryOut(opened, accepted, because));
    }

    private LocalDate today(Opened opened) {
        return LocalDate.ofInstant(clock.instant(), opened.row().zone());
    }

    private Uni<Versioned<BreachView>> carryOut(Opened opened, Decision.Accepted accepted, String because) {
        return desk.carryOut(opened, accepted, new Doing(caller.subject(), because))
                .call(() -> accesses.read("change-obligations", opened.row().incidentId))
                .call(() -> assessments.flush())
                .chain(views::of);
    }

    private static Decision.Accepted accepted(Decision decision) {
        return switch (decision) {
            case Decision.Accepted accepted -> accepted;
            case Decision.Refused refused -> throw Refusals.of(refused, "/offer");
        };
    }
}
