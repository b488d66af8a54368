package org.candor.breach.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.BreachProblem;
import org.candor.breach.assessment.AssessmentDesk.Doing;
import org.candor.breach.assessment.AssessmentDesk.Opened;
import org.candor.breach.assessment.AssessmentWork.Versioned;
import org.candor.breach.assessment.CountsOffers.Offer;
import org.candor.breach.assessment.MisaddressedMailings.Mailing;
import org.candor.breach.assessment.decision.Command;
import org.candor.breach.assessment.decision.Decision;
import org.candor.breach.assessment.decision.NoticeFacts;
import org.candor.breach.obligations.Computations;
import org.candor.breach.obligations.KeptComputation;
import org.candor.breach.obligations.KeptObligation;
import org.candor.breach.obligations.PreviewView;
import org.candor.breach.obligations.decision.ComputingObligations;
import org.candor.breach.obligations.decision.Progress;
import org.candor.events.ObligationKind;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.identity.Visibility;
import org.candor.kit.web.EntityTags;

/** What officers do with the duties of a breach. */
@ApplicationScoped
class BreachWork {

    private final Assessments assessments;
    private final AssessmentDesk desk;
    private final CountsOffers offers;
    private final CountsDifference difference;
    private final Addenda addenda;
    private final MisaddressedMailings mailings;
    private final ComputingObligations obligations;
    private final Computations computations;
    private final Visibility visibility;
    private final AccessLog accesses;
    private final Caller caller;
    private final Clock clock;

    BreachWork(
            Assessments assessments,
            AssessmentDesk desk,
            CountsOffers offers,
            CountsDifference difference,
            Addenda addenda,
            MisaddressedMailings mailings,
            ComputingObligations obligations,
            Computations computations,
            Visibility visibility,
            AccessLog accesses,
            Caller caller,
            Clock clock) {
        this.assessments = assessments;
        this.desk = desk;
        this.offers = offers;
        this.difference = difference;
        this.addenda = addenda;
        this.mailings = mailings;
        this.obligations = obligations;
        this.computations = computations;
        this.visibility = visibility;
        this.accesses = accesses;
        this.caller = caller;
        this.clock = clock;
    }

    Uni<Versioned<BreachView>> one(UUID incidentId) {
        return Transactions.run(() -> visibility
                .require(incidentId)
                .chain(() -> assessments.findById(incidentId))
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .call(() -> accesses.read("read-obligations", incidentId))
                .chain(desk::open)
                .chain(this::view));
    }

    /** The roster's counts become facts by an officer's word; nothing else takes them over. */
    Uni<Versioned<BreachView>> adopt(UUID incidentId, String ifMatch) {
        return Transactions.run(() -> locked(incidentId, ifMatch)
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

    /** For duties that no other service tells: urgent calls, credit bureaus, a business associate's own notice. */
    Uni<Versioned<BreachView>> complete(UUID incidentId, UUID obligationId, CompletionRequest request, String ifMatch) {
        return Transactions.run(() -> locked(incidentId, ifMatch)
                .chain(opened -> computations.latest(incidentId).chain(latest -> {
                    KeptObligation obligation = obligation(latest, obligationId);
                    checkDay(opened, request.completedOn());
                    number(opened.row(), obligation, request.trackingNumber());
                    return complete(opened, obligation, request.completedOn(), latest);
                })));
    }

    private Uni<Versioned<BreachView>> complete(
            Opened opened, KeptObligation obligation, LocalDate day, Optional<KeptComputation> latest) {
        Progress progress = opened.row()
                .progress()
                .withDone(
                        obligation.key(),
                        obligation.kind(),
                        obligation.jurisdiction(),
                        Optional.ofNullable(obligation.method()),
                        day);
        Decision.Accepted accepted = accepted(desk.decide(opened, new Command.RecordSending(progress.sent())));
        desk.note(opened.row(), progress);
        String because = "an officer recorded that " + obligation.ruleId() + " was done on " + day;
        if (obligation.kind() != ObligationKind.HHS_NOTICE) {
            return carryOut(opened, accepted, because);
        }
        addenda.reported(opened.row(), day, latest);
        return carryOut(opened, accepted, because).call(() -> relog(opened.row()));
    }

    private Uni<Void> relog(AssessmentRow row) {
        return computations
                .latest(row.incidentId)
                .chain(standing -> desk.publishLogEntry(row, standing, caller.subject()));
    }

    /** The Secretary's number of a report that somebody entered by hand. */
    private static void number(AssessmentRow row, KeptObligation obligation, String trackingNumber) {
        boolean report = obligation.kind() == ObligationKind.HHS_NOTICE;
        if (trackingNumber == null) {
            return;
        }
        if (!report && obligation.kind() != ObligationKind.PART2_REPORT) {
            throw new Problem(CommonProblem.INVALID_FIELD)
                    .field("/trackingNumber", "only of a report to the Secretary");
        }
        row.trackingNumber = report ? trackingNumber : row.trackingNumber;
        row.part2TrackingNumber = report ? row.part2TrackingNumber : trackingNumber;
    }

    private LocalDate today(Opened opened) {
        return LocalDate.ofInstant(clock.instant(), opened.row().zone());
    }

    private void checkDay(Opened opened, LocalDate day) {
        LocalDate today = today(opened);
        LocalDate discovered = opened.row().discoveredOn;
        if (day.isAfter(today) || (discovered != null && day.isBefore(discovered))) {
            throw new Problem(BreachProblem.DONE_TOO_EARLY).field("/completedOn", "from the discovery to today");
        }
    }

    private static KeptObligation obligation(Optional<KeptComputation> latest, UUID obligationId) {
        return latest.stream()
                .flatMap(computation -> computation.obligations().stream())
                .filter(obligation -> obligation.obligationId().equals(obligationId))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private Uni<Versioned<BreachView>> carryOut(Opened opened, Decision.Accepted accepted, String because) {
        return desk.carryOut(opened, accepted, new Doing(caller.subject(), because))
                .call(() -> accesses.read("change-obligations", opened.row().incidentId))
                .call(() -> assessments.flush())
                .chain(this::view);
    }

    private Uni<Opened> locked(UUID incidentId, String ifMatch) {
        return visibility
                .require(incidentId)
                .chain(() -> assessments.locked(incidentId))
                .map(found -> found.orElseThrow(Problem::notFound))
                .invoke(row -> EntityTags.check(ifMatch, row.version))
                .chain(desk::open);
    }

    private static Decision.Accepted accepted(Decision decision) {
        return switch (decision) {
            case Decision.Accepted accepted -> accepted;
            case Decision.Refused refused -> throw Refusals.of(refused, "/offer");
        };
    }

    private Uni<Versioned<BreachView>> view(Opened opened) {
        UUID incidentId = opened.row().incidentId;
        return computations
                .all(incidentId)
                .chain(history -> offers.newest(incidentId)
                        .chain(offer -> mailings.all(incidentId)
                                .chain(astray -> parent(opened.row())
                                        .map(parent -> new Versioned<>(
                                                view(opened, history, offer, astray, parent), opened.row().version)))));
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
