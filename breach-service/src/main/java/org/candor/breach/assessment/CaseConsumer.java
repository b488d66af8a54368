package org.candor.breach.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candor.breach.assessment.decision.Candidate;
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
import org.candor.events.Envelope;
import org.candor.events.Topic;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;

/** Opens the breach question when a case asks it; the report's knowledge makes the first candidates. */
@ApplicationScoped
class CaseConsumer implements EventConsumer<CaseEvent> {

    private final Assessments assessments;
    private final LegalEntities entities;
    private final AssessmentDesk desk;
    private final IncidentVault vault;
    private final Clock clock;

    CaseConsumer(
            Assessments assessments, LegalEntities entities, AssessmentDesk desk, IncidentVault vault, Clock clock) {
        this.assessments = assessments;
        this.entities = entities;
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

    /** A case that is triaged again asks again; the question is open already. */
    private Uni<Handling> requested(BreachAssessmentRequested requested, Envelope envelope) {
        return assessments
                .findById(requested.incidentId())
                .chain(known -> known != null
                        ? Uni.createFrom().item(Handling.APPLIED)
                        : entities.findById(requested.entityId())
                                .chain(entity -> entity == null
                                        ? Uni.createFrom().item(Handling.WAITING)
                                        : open(requested, envelope, entity)));
    }

    private Uni<Handling> open(BreachAssessmentRequested requested, Envelope envelope, LegalEntity entity) {
        Decision.Accepted opened = DecidingAssessments.open(
                entity.zone(), Capacity.valueOf(entity.kind().name()), candidates(requested));
        AssessmentRow row = row(requested, envelope, entity);
        return vault.open(row.incidentId)
                .invoke(cipher -> row.keep(opened.next(), cipher, clock.instant()))
                .chain(() -> assessments.persistAndFlush(row))
                .chain(() -> desk.publishOpening(row, opened))
                .replaceWith(Handling.APPLIED);
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

    private List<Candidate> candidates(BreachAssessmentRequested requested) {
        List<Candidate> candidates = new ArrayList<>();
        for (CaseEvent.Knowledge known : requested.knowledge()) {
            String key = "report-" + (candidates.size() + 1);
            Knowledge knowledge = Knowledge.of(key, known.by(), Basis.ACTUAL, new Moment.AtInstant(known.at()));
            candidates.add(new Candidate(knowledge, "", Optional.empty(), clock.instant()));
        }
        return candidates;
    }
}
