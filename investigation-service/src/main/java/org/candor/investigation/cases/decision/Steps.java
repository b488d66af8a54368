package org.candor.investigation.cases.decision;

import static org.candor.investigation.cases.decision.Decision.accepted;
import static org.candor.investigation.cases.decision.Decision.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.investigation.cases.decision.CaseCommand.ApproveStep;
import org.candor.investigation.cases.decision.CaseCommand.CorrectStep;
import org.candor.investigation.cases.decision.CaseCommand.Measure;
import org.candor.investigation.cases.decision.CaseCommand.RecordStep;
import org.candor.investigation.cases.decision.CaseFact.StepApproved;
import org.candor.investigation.cases.decision.CaseFact.StepRecorded;
import org.candor.investigation.cases.decision.CaseState.OpenCase;
import org.candor.investigation.cases.decision.CaseState.TechnicalPhase;
import org.candor.investigation.cases.decision.Playbook.Step;
import org.candor.investigation.cases.decision.StepEntry.Outcome;

/** Measures are recorded with their start and end times, and never edited (policy I.D.2). */
final class Steps {

    /** A browser's clock may run a little ahead of ours. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);

    private final Playbooks playbooks;

    Steps(Playbooks playbooks) {
        this.playbooks = playbooks;
    }

    Decision record(TechnicalPhase state, RecordStep command, Instant now) {
        Measure measure = command.measure();
        Optional<Step> known = playbooks.step(measure.step());
        if (known.isEmpty()) {
            return refused(Refusal.UNKNOWN_STEP);
        }
        Playbook playbook = playbooks.of(state.phase());
        if (playbook.step(measure.step()).isEmpty()) {
            return refused(Refusal.STEP_OF_ANOTHER_PHASE);
        }
        Optional<StepEntry> earlier =
                state.file().work().newest(measure.step(), state.file().round());
        if (earlier.isPresent() && !mayFollow(earlier.get(), measure, known.get())) {
            return refused(Refusal.STEP_RECORDED_ALREADY);
        }
        Optional<UUID> begun = earlier.filter(entry -> !entry.ended()).map(StepEntry::id);
        return entered(state, playbook, measure, begun, command.by(), now);
    }

    /** A step of a phase that has ended can't run again: nothing would ask for its end before the case is closed. */
    Decision correct(OpenCase state, CorrectStep command, Instant now) {
        Optional<Playbook> playbook = playbooks.holding(command.measure().step());
        if (playbook.isEmpty()) {
            return refused(Refusal.UNKNOWN_STEP);
        }
        boolean standing = state.file()
                .work()
                .standing(command.wrong(), state.file().round())
                .filter(entry -> entry.step().equals(command.measure().step()))
                .isPresent();
        if (!standing) {
            return refused(Refusal.UNKNOWN_ENTRY);
        }
        if (command.measure().outcome() == Outcome.STARTED && playbook.get().phase() != state.phase()) {
            return refused(Refusal.STEP_OF_ANOTHER_PHASE);
        }
        return entered(state, playbook.get(), command.measure(), Optional.of(command.wrong()), command.by(), now);
    }

    /** Steps of a phase that still need an entry, or an end. */
    List<String> open(CaseState state) {
        Playbook playbook = playbooks.of(state.phase());
        if (playbook == null) {
            return List.of();
        }
        return playbook.steps().stream()
                .flatMap(step -> openOf(step, state.file()).stream())
                .toList();
    }

    /** Steps of any phase of the round that wait for their approval, also when they were corrected later. */
    List<String> unapproved(CaseFile file) {
        return file.work().standing(file.round()).stream()
                .filter(entry -> playbooks
                        .step(entry.step())
                        .filter(step -> waitsForApproval(step, entry, file))
                        .isPresent())
                .map(entry -> "step." + entry.step() + ".approval")
                .distinct()
                .toList();
    }

    /** Nobody approves what he recorded himself. */
    Decision approve(OpenCase state, ApproveStep command, Instant now) {
        CaseFile file = state.file();
        Optional<StepEntry> found = file.work().standing(command.entry(), file.round());
        if (found.isEmpty()) {
            return refused(Refusal.UNKNOWN_ENTRY);
        }
        StepEntry entry = found.get();
        if (!playbooks.step(entry.step()).map(Step::approval).orElse(false)) {
            return refused(Refusal.NO_APPROVAL_ASKED);
        }
        if (entry.outcome() != Outcome.DONE) {
            return refused(Refusal.STEP_NOT_DONE);
        }
        if (file.work().isApproved(entry)) {
            return refused(Refusal.STEP_APPROVED_ALREADY);
        }
        if (file.work().proposedBy(command.by().subject(), entry)) {
            return refused(Refusal.OWN_STEP);
        }
        Approval approval = new Approval(entry.id(), command.by().subject(), now);
        return accepted(state.with(file.with(file.work().approved(approval))), new StepApproved(entry, approval));
    }

    private static List<String> openOf(Step step, CaseFile file) {
        if (isOpen(step, file)) {
            return List.of("step." + step.id());
        }
        boolean waits = file.work().standing(file.round()).stream()
                .filter(entry -> entry.step().equals(step.id()))
                .anyMatch(entry -> waitsForApproval(step, entry, file));
        return waits ? List.of("step." + step.id() + ".approval") : List.of();
    }

    private static boolean waitsForApproval(Step step, StepEntry entry, CaseFile file) {
        return step.approval()
                && entry.outcome() == Outcome.DONE
                && !file.work().isApproved(entry);
    }

    private static boolean isOpen(Step step, CaseFile file) {
        Optional<StepEntry> newest = file.work().newest(step.id(), file.round());
        return newest.map(entry -> !entry.ended())
                .orElseGet(() -> step.asked(file.work().safe()));
    }

    private static boolean mayFollow(StepEntry earlier, Measure measure, Step step) {
        return earlier.ended() ? step.repeatable() : measure.outcome() != Outcome.STARTED;
    }

    private static Decision entered(
            OpenCase state, Playbook playbook, Measure measure, Optional<UUID> replaces, Person by, Instant now) {
        Optional<Refusal> flaw = flawOf(measure, now);
        if (flaw.isPresent()) {
            return refused(flaw.get());
        }
        CaseFile file = state.file();
        boolean deviates = measure.deviation().isPresent();
        StepEntry entry = new StepEntry(
                measure.entry(),
                measure.step(),
                measure.outcome(),
                measure.startedAt(),
                measure.endedAt(),
                by.subject(),
                now,
                replaces,
                deviates,
                file.round());
        Work next = file.work().recorded(entry);
        List<String> broken = newlyBroken(playbook, file, next);
        if (!broken.isEmpty() && !deviates) {
            return refused(Refusal.ORDER_RULE_BROKEN, broken);
        }
        return accepted(state.with(file.with(next)), new StepRecorded(entry));
    }

    private static List<String> newlyBroken(Playbook playbook, CaseFile file, Work next) {
        List<StepEntry> before = file.work().standing(file.round());
        List<StepEntry> after = next.standing(file.round());
        return playbook.order().stream()
                .filter(rule -> rule.brokenBy(after, playbook) && !rule.brokenBy(before, playbook))
                .map(rule -> "order." + rule.id())
                .toList();
    }

    private static Optional<Refusal> flawOf(Measure measure, Instant now) {
        if (timesMissing(measure)) {
            return Optional.of(Refusal.TIMES_MISSING);
        }
        if (measure.outcome() != Outcome.STARTED && measure.words().isBlank()) {
            return Optional.of(Refusal.WORDS_MISSING);
        }
        Instant latest = now.plus(CLOCK_TOLERANCE);
        if (Stream.of(measure.startedAt(), measure.endedAt())
                .flatMap(Optional::stream)
                .anyMatch(at -> at.isAfter(latest))) {
            return Optional.of(Refusal.TIME_IN_THE_FUTURE);
        }
        boolean backwards = measure.startedAt().isPresent()
                && measure.endedAt().isPresent()
                && measure.endedAt().get().isBefore(measure.startedAt().get());
        return backwards ? Optional.of(Refusal.END_BEFORE_START) : Optional.empty();
    }

    private static boolean timesMissing(Measure measure) {
        return switch (measure.outcome()) {
            case STARTED -> measure.startedAt().isEmpty() || measure.endedAt().isPresent();
            case DONE -> measure.startedAt().isEmpty() || measure.endedAt().isEmpty();
            case NOT_APPLICABLE ->
                measure.startedAt().isPresent() || measure.endedAt().isPresent();
        };
    }
}
