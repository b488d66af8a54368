package org.candor.breach.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.candor.breach.assessment.decision.Assessment;
import org.candor.breach.assessment.decision.Command;
import org.candor.breach.assessment.decision.Conclusion;
import org.candor.breach.assessment.decision.DecidingAssessments;
import org.candor.breach.assessment.decision.Decision;
import org.candor.breach.assessment.decision.Decision.Fact;
import org.candor.breach.obligations.ComputedDuties;
import org.candor.breach.obligations.KeptComputation;
import org.candor.breach.obligations.KeptObligation;
import org.candor.breach.obligations.Recomputing;
import org.candor.breach.obligations.decision.Facts;
import org.candor.breach.obligations.decision.Progress;
import org.candor.events.AssessmentEvent;
import org.candor.events.AssessmentEvent.AssessmentConcluded;
import org.candor.events.AssessmentEvent.AssessmentOpened;
import org.candor.events.AssessmentEvent.DiscoveryDetermined;
import org.candor.events.Envelope;
import org.candor.events.ObligationEvent;
import org.candor.events.ObligationEvent.LogEntryRecorded;
import org.candor.events.ObligationKind;
import org.candor.events.Topic;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.outbox.Outbox;

/** Lets the core decide, saves, recomputes and tells. Everything here runs inside the caller's transaction. */
@ApplicationScoped
class AssessmentDesk {

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
    private final ComputedDuties duties;
    private final Recomputing recomputing;
    private final QuestionDeadline question;
    private final Addenda addenda;
    private final CountsDifference difference;
    private final Outbox outbox;
    private final Clock clock;

    AssessmentDesk(
            IncidentVault vault,
            ComputedDuties duties,
            Recomputing recomputing,
            QuestionDeadline question,
            Addenda addenda,
            CountsDifference difference,
            Outbox outbox,
            Clock clock) {
        this.vault = vault;
        this.duties = duties;
        this.recomputing = recomputing;
        this.question = question;
        this.addenda = addenda;
        this.difference = difference;
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
        List<KeptObligation> clocks = clocks(row, opened.assessment());
        row.keep(accepted.next(), opened.cipher(), clock.instant());
        return publish(row, accepted, doing)
                .chain(() -> recompute(row, accepted.next(), doing))
                .call(standing -> tellClocks(row, clocks, accepted.next(), standing, doing.actor()))
                .call(standing -> addenda.follow(row, standing, today(row), doing.actor()))
                .call(standing -> difference.follow(row, accepted.next(), doing.actor()))
                .call(standing -> recomputing.follow(row.breach(), standing, row.origin(doing.actor())))
                .chain(standing -> log(row, accepted, standing, doing.actor()))
                .replaceWith(new Opened(row, accepted.next(), opened.cipher()));
    }

    /** Tells that the question is open; the row is new and already kept. */
    Uni<Void> publishOpening(AssessmentRow row, Decision.Accepted opened) {
        AssessmentOpened fact = new AssessmentOpened(row.incidentId, row.entityId, row.openedAt);
        return outbox.publish(Topic.ASSESSMENT, fact, row.origin(Envelope.SYSTEM))
                .chain(() -> publish(row, opened, new Doing(Envelope.SYSTEM, "")))
                .chain(() -> recomputing.tell(
                        row.breach(), List.of(), clocks(row, opened.next()), row.origin(Envelope.SYSTEM)));
    }

    /** While no duties stand, the clocks of business associates run by themselves: from their knowledge, not from ours. */
    List<KeptObligation> clocks(AssessmentRow row, Assessment assessment) {
        return assessment instanceof Assessment.Presumed && assessment.duties().isEmpty()
                ? duties.associateClocks(row.breach(), assessment.dossier().factsWithAnyCount(), row.progress())
                : List.of();
    }

    /** With a conclusion they are duties among the others, under the same ids; what is none of them falls away. */
    private Uni<Void> tellClocks(
            AssessmentRow row,
            List<KeptObligation> before,
            Assessment next,
            Optional<KeptComputation> standing,
            String actor) {
        Set<String> owed = standing.stream()
                .flatMap(computation -> computation.obligations().stream())
                .map(KeptObligation::key)
                .collect(Collectors.toSet());
        List<KeptObligation> own =
                before.stream().filter(clock -> !owed.contains(clock.key())).toList();
        return recomputing.tell(row.breach(), own, clocks(row, next), row.origin(actor));
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
                    question.met(row, accepted.next(), concluded.conclusion()).ifPresent(deadlines::add);
                }
                case Fact.AssessmentReopened reopened ->
                    events.add(new AssessmentOpened(row.incidentId, row.entityId, clock.instant()));
            }
        }
        if (accepted.next() instanceof Assessment.Presumed && !accepted.facts().isEmpty()) {
            deadlines.add(question.open(row, accepted.next()));
        }
        return outbox.publishAll(Topic.ASSESSMENT, events, row.origin(doing.actor()))
                .chain(() -> outbox.publishAll(Topic.OBLIGATION, deadlines, row.origin(doing.actor())));
    }

    private static AssessmentConcluded concluded(AssessmentRow row, Conclusion conclusion, Doing doing) {
        return new AssessmentConcluded(
                row.incidentId, conclusion.outcome(), doing.sha256().orElseThrow(), conclusion.decidedAt());
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
