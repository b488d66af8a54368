package org.candor.investigation.cases.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.events.OfficerRole;

/** The follow-up: what the review found, what was recommended, what is to be carried out. */
public record Review(Set<FollowUpItem> found, List<Recommendation> recommendations, List<Task> tasks) {

    public Review {
        found = Set.copyOf(found);
        recommendations = List.copyOf(recommendations);
        tasks = List.copyOf(tasks);
    }

    /** What somebody proposed and the head of the organisation said to it. */
    public record Recommendation(UUID id, String proposedBy, Instant proposedAt, Optional<Answer> answer) {

        public record Answer(boolean approved, String by, Instant at) {}

        Recommendation answered(Answer given) {
            return new Recommendation(id, proposedBy, proposedAt, Optional.of(given));
        }

        boolean approved() {
            return answer.map(Answer::approved).orElse(false);
        }
    }

    /** Where a task stands. */
    public enum TaskStatus {
        OPEN,
        DONE,
        CANCELLED
    }

    /**
     * Something to do.
     *
     * @param recommendation the approved recommendation it carries out; empty for other measures
     */
    public record Task(
            UUID id,
            Optional<UUID> recommendation,
            OfficerRole owner,
            LocalDate dueOn,
            TaskStatus status,
            Optional<LocalDate> endedOn) {

        Task ended(TaskStatus how, LocalDate on) {
            return new Task(id, recommendation, owner, dueOn, how, Optional.of(on));
        }
    }

    static Review none() {
        return new Review(Set.of(), List.of(), List.of());
    }

    Review written(Set<FollowUpItem> items) {
        return new Review(items, recommendations, tasks);
    }

    Review with(Recommendation changed) {
        List<Recommendation> all = new ArrayList<>(recommendations);
        all.removeIf(earlier -> earlier.id().equals(changed.id()));
        all.add(changed);
        return new Review(found, all, tasks);
    }

    Review with(Task changed) {
        List<Task> all = new ArrayList<>(tasks);
        all.removeIf(earlier -> earlier.id().equals(changed.id()));
        all.add(changed);
        return new Review(found, recommendations, all);
    }

    Optional<Recommendation> recommendation(UUID id) {
        return recommendations.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    Optional<Task> task(UUID id) {
        return tasks.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** True when something that was approved has been done about it (policy I.H.2.e). */
    boolean carriedOut(Recommendation recommendation) {
        return tasks.stream()
                .filter(task -> task.recommendation().equals(Optional.of(recommendation.id())))
                .anyMatch(task -> task.status() == TaskStatus.DONE);
    }
}
