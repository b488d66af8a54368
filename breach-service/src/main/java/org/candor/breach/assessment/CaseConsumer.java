package org.candor.breach.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candor.breach.assessment.AssessmentDesk.Doing;
import org.candor.breach.assessment.AssessmentDesk.Opened;
import org.candor.breach.assessment.decision.Assessment;
import org.candor.breach.assessment.decision.Candidate;
import org.candor.breach.assessment.decision.Command.AskAgain;
import org.candor.breach.assessment.decision.DecidingAssessments;
import org.candor.breach.assessment.decision.Decision;
import org.candor.breach.directory.LegalEntities;
import org.candor.breach.directory.LegalEntity;
import org.candor.breach.obligations.decision.Basis;
import org.candor.breach.obligations.decision.Capacity;
import org.candor.breach.obligations.decision.Knowledge;
import org.candor.breach.obligations.decision.Moment;
import org.candor.breach.obligations.decision.Progress;
import org.candor.events.CaseEvent;
import org.candor.events.CaseEvent.BreachAssessmentRequested;
import org.candor.events.CaseEvent.KnownBy;
import org.candor.events.Envelope;
import org.candor.events.Topic;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;

/** Opens the breach question when a case asks it, and opens it again when a later round of the case asks again. */
@ApplicationScoped
class CaseConsumer implements EventConsumer<CaseEvent> {

    private final Assessments assessments;
    private final LegalEntities entities;
    private final ReportedKnowledge reported;
    private final AssessmentDesk desk;
    private final IncidentVault vault;
    private final Clock clock;

    CaseConsumer(
            Assessments assessments,
            LegalEntities entities,
            ReportedKnowledge reported,
            AssessmentDesk desk,
            IncidentVault vault,
            Clock clock) {
        this.assessments = assessments;
        this.entities = entities;
        this.reported = reported;
        this.desk = desk;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public Topic topic() {
        return Topic.CASE;
    }

    @Override
    public Uni<Handling> on(CaseEvent fact, Envelope envelope) {
        return fact instanceof BreachAssessmentRequested requested
                ? requested(requested, envelope)
                : Uni.createFrom().item(Handling.APPLIED);
    }

    private Uni<Handling> requested(BreachAssessmentRequested requested, Envelope envelope) {
        return assessments
                .locked(requested.incidentId())
                .chain(known -> known.isPresent()
                        ? desk.open(known.get()).chain(opened -> again(opened, requested, envelope))
                        : entities.findById(requested.entityId())
                                .chain(entity -> entity == null
                                        ? Uni.createFrom().item(Handling.WAITING)
                                        : open(requested, envelope, entity)));
    }

    /** An open question takes what is news; a concluded one is open again, and its officers are told. */
    private Uni<Handling> again(Opened opened, BreachAssessmentRequested requested, Envelope envelope) {
        String key = Candidate.OF_A_REPORT + envelope.id() + "-";
        return switch (desk.decide(opened, new AskAgain(candidates(requested, key), why(requested)))) {
            case Decision.Accepted accepted
            when accepted.next().equals(opened.assessment()) ->
                assessments.moved(requested.incidentId(), clock.instant()).replaceWith(Handling.APPLIED);
            case Decision.Accepted accepted ->
                desk.carryOut(opened, accepted, new Doing(envelope.actor(), because(opened.assessment())))
                        .replaceWith(Handling.APPLIED);
            // Kept as a dead letter: an operator sees it, and the officers' facts must be set right first.
            case Decision.Refused refused ->
                throw new IllegalStateException("the question could not be asked again: " + refused.reason());
        };
    }

    /** In words; the case says by a code why it asks. */
    private static String why(BreachAssessmentRequested requested) {
        return switch (requested.reason()) {
            case FOUND_LATER ->
                "Health information came to light after triage (policy I.E.3): the case asked the breach question"
                        + " again.";
            case CASE_REOPENED ->
                "The case was reopened and found health information: it asked the breach question again.";
            case null, default -> "The case asked the breach question again.";
        };
    }

    private static String because(Assessment before) {
        return before instanceof Assessment.Presumed
                ? "the case told what else is known"
                : "the case asked the breach question again: the conclusion is open";
    }

    private Uni<Handling> open(BreachAssessmentRequested requested, Envelope envelope, LegalEntity entity) {
        return reported.of(requested.incidentId(), entity.zone())
                .chain(own -> open(row(requested, envelope, entity), entity, first(requested, own)))
                .chain(() -> reported.opened(requested.incidentId()))
                .replaceWith(Handling.APPLIED);
    }

    private Uni<Void> open(AssessmentRow row, LegalEntity entity, List<Candidate> candidates) {
        Decision.Accepted opened = DecidingAssessments.open(
                entity.zone(), Capacity.valueOf(entity.kind().name()), candidates);
        return vault.open(row.incidentId)
                .invoke(cipher -> row.keep(opened.next(), cipher, clock.instant()))
                .chain(() -> assessments.persistAndFlush(row))
                .chain(() -> desk.publishOpening(row, opened));
    }

    private AssessmentRow row(BreachAssessmentRequested requested, Envelope envelope, LegalEntity entity) {
        AssessmentRow row = new AssessmentRow();
        row.incidentId = requested.incidentId();
        row.entityId = requested.entityId();
        row.entityName = entity.name();
        row.timeZone = entity.zone().getId();
        row.drill = envelope.drill();
        row.openedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.progress = ProgressJson.write(Progress.NONE);
        return row;
    }

    /** The report's knowledge; what a business associate itself reported says more than the case tells of it. */
    private List<Candidate> first(BreachAssessmentRequested requested, Optional<Candidate> own) {
        List<Candidate> candidates = new ArrayList<>(candidates(requested, Candidate.OF_A_REPORT));
        own.ifPresent(candidate -> {
            candidates.removeIf(known -> known.knowledge().by() == KnownBy.BUSINESS_ASSOCIATE);
            candidates.add(candidate);
        });
        return candidates;
    }

    private List<Candidate> candidates(BreachAssessmentRequested requested, String key) {
        List<Candidate> candidates = new ArrayList<>();
        for (CaseEvent.Knowledge known : requested.knowledge()) {
            Knowledge knowledge = Knowledge.of(
                    key + (candidates.size() + 1), known.by(), Basis.ACTUAL, new Moment.AtInstant(known.at()));
            candidates.add(new Candidate(knowledge, "", Optional.empty(), clock.instant()));
        }
        return candidates;
    }
}
