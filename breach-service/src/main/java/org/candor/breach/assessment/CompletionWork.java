package org.candor.breach.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.BreachProblem;
import org.candor.breach.Versioned;
import org.candor.breach.assessment.AssessmentDesk.Doing;
import org.candor.breach.assessment.AssessmentDesk.Opened;
import org.candor.breach.assessment.OfficerWords.What;
import org.candor.breach.assessment.decision.Command;
import org.candor.breach.assessment.decision.Decision;
import org.candor.breach.obligations.Computations;
import org.candor.breach.obligations.KeptComputation;
import org.candor.breach.obligations.KeptObligation;
import org.candor.breach.obligations.decision.Progress;
import org.candor.events.ObligationKind;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;

/** An officer's word that a duty was done, and that this was wrong. Both are kept. */
@ApplicationScoped
class CompletionWork {

    private final OpenAssessments open;
    private final Assessments assessments;
    private final AssessmentDesk desk;
    private final Addenda addenda;
    private final OfficerWords words;
    private final BreachViews views;
    private final Computations computations;
    private final AccessLog accesses;
    private final Caller caller;
    private final Clock clock;

    CompletionWork(
            OpenAssessments open,
            Assessments assessments,
            AssessmentDesk desk,
            Addenda addenda,
            OfficerWords words,
            BreachViews views,
            Computations computations,
            AccessLog accesses,
            Caller caller,
            Clock clock) {
        this.open = open;
        this.assessments = assessments;
        this.desk = desk;
        this.addenda = addenda;
        this.words = words;
        this.views = views;
        this.computations = computations;
        this.accesses = accesses;
        this.caller = caller;
        this.clock = clock;
    }

    /** For duties that no other service tells: urgent calls, credit bureaus, a business associate's own notice. */
    Uni<Versioned<BreachView>> complete(UUID incidentId, UUID obligationId, CompletionRequest request, String ifMatch) {
        return Transactions.run(() -> open.locked(incidentId, ifMatch)
                .chain(opened -> computations.latest(incidentId).chain(latest -> {
                    KeptObligation duty = duty(latest, obligationId);
                    checkDay(opened, request.completedOn());
                    checkProof(duty, request);
                    number(opened.row(), duty, request.trackingNumber());
                    return complete(opened, duty, request, latest);
                })));
    }

    private Uni<Versioned<BreachView>> complete(
            Opened opened, KeptObligation duty, CompletionRequest request, Optional<KeptComputation> latest) {
        LocalDate day = request.completedOn();
        Progress progress = opened.row()
                .progress()
                .withDone(duty.key(), duty.kind(), duty.jurisdiction(), Optional.ofNullable(duty.method()), day);
        if (duty.kind() == ObligationKind.HHS_NOTICE) {
            addenda.reported(opened.row(), day, latest);
        }
        return words.add(opened.row().incidentId, duty.obligationId(), What.DONE, day, request.proof(), opened.cipher())
                .chain(() -> carryOut(
                        opened, progress, duty, "an officer recorded that " + duty.ruleId() + " was done on " + day));
    }

    /** The duty is open again, and its deadline is set again. */
    Uni<Versioned<BreachView>> takeBack(
            UUID incidentId, UUID obligationId, CompletionRequest.Withdrawal request, String ifMatch) {
        return Transactions.run(() -> open.locked(incidentId, ifMatch)
                .chain(opened -> computations.latest(incidentId).chain(latest -> {
                    KeptObligation duty = duty(latest, obligationId);
                    if (duty.completedOn() == null) {
                        throw new Problem(BreachProblem.NOT_DONE);
                    }
                    return takeBack(opened, duty, request);
                })));
    }

    private Uni<Versioned<BreachView>> takeBack(
            Opened opened, KeptObligation duty, CompletionRequest.Withdrawal request) {
        Progress progress = opened.row().progress().withoutDone(duty.key(), duty.kind(), duty.jurisdiction());
        forgetNumber(opened.row(), duty.kind());
        String because = "it was wrong that " + duty.ruleId() + " was done on " + duty.completedOn();
        return words.add(
                        opened.row().incidentId,
                        duty.obligationId(),
                        What.TAKEN_BACK,
                        duty.completedOn(),
                        request.reason(),
                        opened.cipher())
                .chain(() -> carryOut(opened, progress, duty, because))
                .invoke(answer -> checkOpen(answer.view(), duty.obligationId()));
    }

    private Uni<Versioned<BreachView>> carryOut(Opened opened, Progress progress, KeptObligation duty, String because) {
        Decision.Accepted accepted = accepted(desk.decide(opened, new Command.RecordSending(progress.sent())));
        desk.note(opened.row(), progress);
        return desk.carryOut(opened, accepted, new Doing(caller.subject(), because))
                .call(() -> accesses.read("change-obligations", opened.row().incidentId))
                .call(() -> assessments.flush())
                .chain(views::of)
                .call(() -> duty.kind() == ObligationKind.HHS_NOTICE
                        ? relog(opened.row())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> relog(AssessmentRow row) {
        return computations
                .latest(row.incidentId)
                .chain(standing -> desk.publishLogEntry(row, standing, caller.subject()));
    }

    /** The Secretary's number of a report that somebody entered by hand. */
    private static void number(AssessmentRow row, KeptObligation duty, String trackingNumber) {
        boolean report = duty.kind() == ObligationKind.HHS_NOTICE;
        if (trackingNumber == null) {
            return;
        }
        if (!report && duty.kind() != ObligationKind.PART2_REPORT) {
            throw new Problem(CommonProblem.INVALID_FIELD)
                    .field("/trackingNumber", "only of a report to the Secretary");
        }
        row.trackingNumber = report ? trackingNumber : row.trackingNumber;
        row.part2TrackingNumber = report ? row.part2TrackingNumber : trackingNumber;
    }

    /** A report that did not go in has neither day nor number. */
    private static void forgetNumber(AssessmentRow row, ObligationKind kind) {
        if (kind == ObligationKind.HHS_NOTICE) {
            row.trackingNumber = null;
            row.submittedOn = null;
            row.reportedTotal = null;
        } else if (kind == ObligationKind.PART2_REPORT) {
            row.part2TrackingNumber = null;
        }
    }

    private void checkDay(Opened opened, LocalDate day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), opened.row().zone());
        LocalDate discovered = opened.row().discoveredOn;
        if (day.isAfter(today) || (discovered != null && day.isBefore(discovered))) {
            throw new Problem(BreachProblem.DONE_TOO_EARLY).field("/completedOn", "from the discovery to today");
        }
    }

    /** The entity stays responsible for what it has delegated (policy III.A.4.b): it keeps the proof. */
    private static void checkProof(KeptObligation duty, CompletionRequest request) {
        if (duty.delegation() != null && request.proof() == null) {
            throw new Problem(CommonProblem.INVALID_FIELD)
                    .field(
                            "/proof",
                            "is required: another gives this notice for the entity, say what proves that it did");
        }
    }

    /** What sendings or the recorded knowledge tell is not taken back by a word: the letters are out. */
    private static void checkOpen(BreachView view, UUID obligationId) {
        boolean done = view.obligations().stream()
                .anyMatch(duty -> duty.obligationId().equals(obligationId) && duty.completedOn() != null);
        if (done) {
            throw new Problem(BreachProblem.TOLD_OTHERWISE);
        }
    }

    private static KeptObligation duty(Optional<KeptComputation> latest, UUID obligationId) {
        return latest.stream()
                .flatMap(computation -> computation.obligations().stream())
                .filter(duty -> duty.obligationId().equals(obligationId))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private static Decision.Accepted accepted(Decision decision) {
        return switch (decision) {
            case Decision.Accepted accepted -> accepted;
            case Decision.Refused refused -> throw Refusals.of(refused, "");
        };
    }
}
