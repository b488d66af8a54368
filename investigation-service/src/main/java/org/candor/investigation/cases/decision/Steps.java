package org.candor.investigation.cases.decision;

import static org.candor.investigation.cases.decision.Decision.accepted;
import static org.candor.investigation.cases.decision.Decision.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.investigation.cases.decision.CaseCommand.CorrectStep;
import org.candor.investigation.cases.decision.CaseCommand.Measure;
import org.candor.investigation.cases.decision.CaseCommand.RecordStep;
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
        return entered(state, playbook.get(), command.measure(), Optional.of(command.wrong()), command.by(), now);
    }

    /** Steps of a phase that still need an entry, or an end. */
    List<String> open(CaseState state) {
        Playbook playbook = playbooks.of(state.phase());
        if (playbook == null) {
            return List.of();
        }
        return playbook.steps().stream()
                .filter(step -> isOpen(step, state.file()))
                .map(step -> "step." + step.id())
                .toList();
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
