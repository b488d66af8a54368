package org.candor.breach.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.Versioned;
import org.candor.breach.assessment.AssessmentDesk.Opened;
import org.candor.breach.assessment.CountsOffers.Offer;
import org.candor.breach.assessment.MisaddressedMailings.Mailing;
import org.candor.breach.obligations.Computations;
import org.candor.breach.obligations.KeptComputation;
import org.candor.breach.obligations.KeptObligation;
import org.candor.breach.obligations.PreviewView;
import org.candor.breach.obligations.decision.ComputingObligations;
import org.candor.breach.obligations.decision.NoticeFacts;
import org.candor.events.ObligationKind;
import org.candor.kit.identity.Caller;

/** Gathers what is shown of a breach. */
@ApplicationScoped
class BreachViews {

    private final Assessments assessments;
    private final CountsOffers offers;
    private final MisaddressedMailings mailings;
    private final OfficerWords words;
    private final ComputingObligations obligations;
    private final Computations computations;
    private final Caller caller;

    BreachViews(
            Assessments assessments,
            CountsOffers offers,
            MisaddressedMailings mailings,
            OfficerWords words,
            ComputingObligations obligations,
            Computations computations,
            Caller caller) {
        this.assessments = assessments;
        this.offers = offers;
        this.mailings = mailings;
        this.words = words;
        this.obligations = obligations;
        this.computations = computations;
        this.caller = caller;
    }

    Uni<Versioned<BreachView>> of(Opened opened) {
        UUID incidentId = opened.row().incidentId;
        return computations
                .all(incidentId)
                .chain(history -> offers.newest(incidentId)
                        .chain(offer -> mailings.all(incidentId)
                                .chain(astray -> words.all(incidentId, opened.cipher())
                                        .chain(said -> parent(opened.row())
                                                .map(parent -> new Versioned<>(
                                                        view(opened, history, offer, astray, said, parent),
                                                        opened.row().version))))));
    }

    /** Whoever may not see that other breach does not learn which it is. */
    private Uni<Optional<UUID>> parent(AssessmentRow row) {
        return row.parentIncidentId == null
                ? Uni.createFrom().item(Optional.empty())
                : assessments
                        .sees(row.parentIncidentId, caller.subject(), caller.entitiesFilter())
                        .map(sees -> Optional.of(row.parentIncidentId).filter(id -> sees));
    }

    private BreachView view(
            Opened opened,
            List<KeptComputation> history,
            Optional<Offer> offer,
            List<Mailing> astray,
            List<OfficerWords.Word> said,
            Optional<UUID> parent) {
        AssessmentRow row = opened.row();
        Optional<KeptComputation> standing = history.isEmpty() ? Optional.empty() : Optional.of(history.getLast());
        NoticeFacts notice = opened.assessment().dossier().notice();
        return new BreachView(
                row.incidentId,
                row.entityId,
                row.entityName,
                row.timeZone,
                row.drill,
                row.outcome,
                row.discoveredOn,
                standing.map(KeptComputation::combinedLetterDue).orElse(null),
                row.trackingNumber,
                row.submittedOn,
                row.part2TrackingNumber,
                row.addendumDue,
                parent.orElse(null),
                astray,
                effects(notice, standing),
                standing.map(KeptComputation::obligations).orElse(List.of()),
                standing.map(KeptComputation::warnings).orElse(List.of()),
                offer.orElse(null),
                offer.map(each -> CountsDifference.differs(each, notice)).orElse(false),
                said,
                history,
                PreviewView.NOT_LEGAL_ADVICE);
    }

    private List<HoldView> effects(NoticeFacts notice, Optional<KeptComputation> standing) {
        Optional<LocalDate> letters = standing.stream()
                .flatMap(computation -> computation.obligations().stream())
                .filter(obligation -> obligation.kind() == ObligationKind.INDIVIDUAL_NOTICE)
                .map(KeptObligation::baseDue)
                .findFirst();
        List<ObligationKind> held = standing.stream()
                .flatMap(computation -> computation.obligations().stream())
                .filter(obligation -> obligation.heldUntil() != null)
                .map(KeptObligation::kind)
                .distinct()
                .toList();
        return obligations.effects(notice.delays(), letters).stream()
                .map(effect -> HoldView.of(effect, held))
                .toList();
    }
}
