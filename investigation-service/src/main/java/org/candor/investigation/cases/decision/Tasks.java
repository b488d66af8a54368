package org.candor.investigation.cases.decision;

import static org.candor.investigation.cases.decision.CaseFact.announced;
import static org.candor.investigation.cases.decision.Decision.accepted;
import static org.candor.investigation.cases.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.candor.events.CaseEvent;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.investigation.cases.decision.CaseCommand.CancelTask;
import org.candor.investigation.cases.decision.CaseCommand.CompleteTask;
import org.candor.investigation.cases.decision.CaseCommand.GiveTask;
import org.candor.investigation.cases.decision.CaseFact.TaskEnded;
import org.candor.investigation.cases.decision.CaseFact.TaskGiven;
import org.candor.investigation.cases.decision.CaseState.TriagedCase;
import org.candor.investigation.cases.decision.Review.Recommendation;
import org.candor.investigation.cases.decision.Review.Task;
import org.candor.investigation.cases.decision.Review.TaskStatus;

/** Approved recommendations are carried out by somebody until a day (policy I.H.2.e). */
final class Tasks {

    private Tasks() {}

    static Decision give(TriagedCase state, GiveTask command, Instant now) {
        CaseFile file = state.file();
        if (command.recommendation().isPresent()) {
            Optional<Recommendation> carriedOut =
                    file.review().recommendation(command.recommendation().get());
            if (carriedOut.isEmpty()) {
                return refused(Refusal.UNKNOWN_RECOMMENDATION);
            }
            if (!carriedOut.get().approved()) {
                return refused(Refusal.RECOMMENDATION_NOT_APPROVED);
            }
        }
        if (command.dueOn().isBefore(day(now, command.zone()))) {
            return refused(Refusal.DUE_DAY_PASSED);
        }
        Task task = new Task(
                command.task(),
                command.recommendation(),
                command.owner(),
                command.dueOn(),
                TaskStatus.OPEN,
                Optional.empty());
        return accepted(
                state.with(file.with(file.review().with(task))),
                new TaskGiven(task),
                announced(deadline(file, task, command.zone())));
    }

    static Decision complete(TriagedCase state, CompleteTask command, Instant now) {
        LocalDate today = day(now, command.zone());
        return end(state, command.task(), TaskStatus.DONE, today, task -> {
            long late = Math.max(0, ChronoUnit.DAYS.between(task.dueOn(), today));
            return new DeadlineMet(task.id(), state.file().incidentId(), today, late);
        });
    }

    static Decision cancel(TriagedCase state, CancelTask command, Instant now) {
        return end(
                state,
                command.task(),
                TaskStatus.CANCELLED,
                day(now, command.zone()),
                task -> new DeadlineCancelled(task.id(), state.file().incidentId(), "The task was cancelled"));
    }

    private static Decision end(
            TriagedCase state, UUID id, TaskStatus how, LocalDate on, Function<Task, CaseEvent> told) {
        CaseFile file = state.file();
        Optional<Task> found = file.review().task(id);
        if (found.isEmpty()) {
            return refused(Refusal.UNKNOWN_TASK);
        }
        if (found.get().status() != TaskStatus.OPEN) {
            return refused(Refusal.TASK_ENDED_ALREADY);
        }
        Task ended = found.get().ended(how, on);
        return accepted(
                state.with(file.with(file.review().with(ended))), new TaskEnded(ended), announced(told.apply(ended)));
    }

    private static DeadlineSet deadline(CaseFile file, Task task, ZoneId zone) {
        return new DeadlineSet(
                task.id(),
                file.incidentId(),
                file.entityId(),
                "CASE_TASK",
                task.recommendation().isPresent() ? "Carry out an approved recommendation" : "Carry out a task",
                task.dueOn(),
                null,
                zone.getId(),
                task.owner(),
                "Policy I.H.2.e");
    }

    private static LocalDate day(Instant now, ZoneId zone) {
        return now.atZone(zone).toLocalDate();
    }
}
