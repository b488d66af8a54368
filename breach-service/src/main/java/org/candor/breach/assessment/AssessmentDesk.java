package org.candor.breach.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.affected.CoveredEntityDeadlines;
import org.candor.breach.assessment.decision.Assessment;
import org.candor.breach.assessment.decision.Command;
import org.candor.breach.assessment.decision.Conclusion;
import org.candor.breach.assessment.decision.DecidingAssessments;
import org.candor.breach.assessment.decision.Decision;
import org.candor.breach.assessment.decision.Decision.Fact;
import org.candor.breach.obligations.KeptComputation;
import org.candor.breach.obligations.KeptObligation;
import org.candor.breach.obligations.Recomputing;
import org.candor.breach.obligations.decision.Facts;
import org.candor.breach.obligations.decision.Progress;
import org.candor.events.AssessmentEvent;
import org.candor.events.AssessmentEvent.AssessmentConcluded;
import org.candor.events.AssessmentEvent.AssessmentOpened;
import org.candor.events.AssessmentEvent.DiscoveryDetermined;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.Envelope;
import org.candor.events.ObligationEvent;
import org.candor.events.ObligationEvent.LogEntryRecorded;
import org.candor.events.ObligationKind;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.outbox.Outbox;

/** Lets the core decide, saves, recomputes and tells. Everything here runs inside the caller's transaction. */
@ApplicationScoped
class AssessmentDesk {

    private static final String QUESTION = "assessment";

    /** An assessment in hand. */
    record Opened(AssessmentRow row, Assessment assessment, IncidentCipher cipher) {}

    /**
     * Who does something, and what to say about it.
     *
     * @param because in words without health information
     * @param sha256 of the worksheet, where one is signed
     */
    record Doing(String actor, String because, Optional<String> sha256) {
        Doing(String actor, String because) {
            this(actor, because, Optional.empty());
        }
    }

    private final IncidentVault vault;
    private final Recomputing recomputing;
    private final Addenda addenda;
    private final CountsDifference difference;
    private final CoveredEntityDeadlines coveredEntities;
    private final Outbox outbox;
    private final Clock clock;

    AssessmentDesk(
            IncidentVault vault,
            Recomputing recomputing,
            Addenda addenda,
            CountsDifference difference,
            CoveredEntityDeadlines coveredEntities,
            Outbox outbox,
            Clock clock) {
        this.vault = vault;
        this.recomputing = recomputing;
        this.addenda = addenda;
        this.difference = difference;
        this.coveredEntities = coveredEntities;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<Opened> open(AssessmentRow row) {
        return vault.open(row.incidentId).map(cipher -> new Opened(row, row.open(cipher), cipher));
    }

    private LocalDate today(AssessmentRow row) {
        return LocalDate.ofInstant(clock.instant(), row.zone());
    }

    /** The decision on the command; nothing is saved. */
    Decision decide(Opened opened, Command command) {
        return DecidingAssessments.decide(opened.assessment(), command, clock.instant());
    }

    /** Writes down what was done since; the decision that follows from it is carried out with {@link #carryOut}. */
    void note(AssessmentRow row, Progress progress) {
        row.progress = ProgressJson.write(progress);
    }

    /** Saves what was accepted, with everything that follows; answers what stands. */
    Uni<Opened> carryOut(Opened opened, Decision.Accepted accepted, Doing doing) {
        AssessmentRow row = opened.row();
        row.keep(accepted.next(), opened.cipher(), clock.instant());
        return publish(row, accepted, doing)
                .chain(() -> recompute(row, accepted.next(), doing))
                .call(standing -> addenda.follow(row, standing, today(row), doing.actor()))
                .call(standing -> difference.follow(row, accepted.next(), doing.actor()))
                .call(standing -> coveredEntities.follow(row.breach(), standing, row.origin(doing.actor())))
                .chain(standing -> log(row, accepted, standing, doing.actor()))
                .replaceWith(new Opened(row, accepted.next(), opened.cipher()));
    }

    /** Tells that the question is open; the row is new and already kept. */
    Uni<Void> publishOpening(AssessmentRow row, Decision.Accepted opened) {
        AssessmentOpened fact = new AssessmentOpened(row.incidentId, row.entityId, row.openedAt);
        return outbox.publish(Topic.ASSESSMENT, fact, row.origin(Envelope.SYSTEM))
                .chain(() -> publish(row, opened, new Doing(Envelope.SYSTEM, "")));
    }

    private Uni<Void> publish(AssessmentRow row, Decision.Accepted accepted, Doing doing) {
        List<AssessmentEvent> events = new ArrayList<>();
        List<ObligationEvent> deadlines = new ArrayList<>();
        for (Fact fact : accepted.facts()) {
            switch (fact) {
                case Fact.DiscoveryDetermined discovery ->
                    events.add(new DiscoveryDetermined(
                            row.incidentId, discovery.on().orElse(null), discovery.reason()));
                case Fact.AssessmentConcluded concluded -> {
                    events.add(concluded(row, concluded.conclusion(), doing));
                    questionMet(row, accepted.next(), concluded.conclusion()).ifPresent(deadlines::add);
                }
                case Fact.AssessmentReopened reopened -> {}
            }
        }
        if (accepted.next() instanceof Assessment.Presumed && !accepted.facts().isEmpty()) {
            deadlines.add(questionOpen(row, accepted.next()));
        }
        return outbox.publishAll(Topic.ASSESSMENT, events, row.origin(doing.actor()))
                .chain(() -> outbox.publishAll(Topic.OBLIGATION, deadlines, row.origin(doing.actor())));
    }

    private static AssessmentConcluded concluded(AssessmentRow row, Conclusion conclusion, Doing doing) {
        return new AssessmentConcluded(
                row.incidentId, conclusion.outcome(), doing.sha256().orElseThrow(), conclusion.decidedAt());
    }

    /** While the question is open the clock of the letters runs all the same (45 CFR 164.404(b)). */
    private ObligationEvent questionOpen(AssessmentRow row, Assessment next) {
        UUID id = KeptObligation.idOf(row.incidentId, QUESTION);
        Optional<LocalDate> limit = recomputing.outerLimit(next.dossier().factsWithAnyCount());
        if (limit.isEmpty()) {
            return new DeadlineCancelled(id, row.incidentId, "no day of discovery yet");
        }
        return new DeadlineSet(
                id,
                row.incidentId,
                row.entityId,
                "BREACH_ASSESSMENT",
                "Decide whether it is a breach: it is presumed to be one, and the clock of the letters runs",
                limit.get(),
                null,
                row.timeZone,
                OfficerRole.PRIVACY_OFFICER,
                "45 CFR 164.402(2), 164.404(b)");
    }

    private Optional<ObligationEvent> questionMet(AssessmentRow row, Assessment next, Conclusion conclusion) {
        LocalDate day = LocalDate.ofInstant(conclusion.decidedAt(), row.zone());
        return recomputing
                .outerLimit(next.dossier().factsWithAnyCount())
                .map(limit -> new DeadlineMet(
                        KeptObligation.idOf(row.incidentId, QUESTION),
                        row.incidentId,
                        day,
                        Math.max(0, day.toEpochDay() - limit.toEpochDay())));
    }

    /** Duties follow the conclusion; one that brings none lets those of an earlier edition fall. */
    private Uni<Optional<KeptComputation>> recompute(AssessmentRow row, Assessment next, Doing doing) {
        Optional<Facts> facts = next.duties()
                .flatMap(conclusion -> next.dossier().facts(conclusion.outcome().hipaaNotice()));
        return recomputing
                .recompute(row.breach(), facts, row.progress(), doing.because(), row.origin(doing.actor()))
                .invoke(standing ->
                        row.computation = standing.map(KeptComputation::version).orElse(0));
    }

    /** 45 CFR 164.408(c): every breach stands in the log of its year; an exercise never does. */
    private Uni<Void> log(
            AssessmentRow row, Decision.Accepted accepted, Optional<KeptComputation> standing, String actor) {
        boolean concludedNow = accepted.facts().stream().anyMatch(Fact.AssessmentConcluded.class::isInstance);
        return concludedNow
                ? publishLogEntry(row, standing, actor)
                : Uni.createFrom().voidItem();
    }

    /** Tells the log entry as it stands; nothing where no report to the Secretary is owed. */
    Uni<Void> publishLogEntry(AssessmentRow row, Optional<KeptComputation> standing, String actor) {
        Optional<String> track = standing.stream()
                .flatMap(computation -> computation.obligations().stream())
                .filter(obligation -> obligation.kind() == ObligationKind.HHS_NOTICE)
                .map(KeptObligation::track)
                .findFirst();
        if (row.drill || track.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return outbox.publish(
                Topic.OBLIGATION,
                new LogEntryRecorded(row.incidentId, row.discoveredOn.getYear(), track.get(), row.trackingNumber),
                row.origin(actor));
    }
}
