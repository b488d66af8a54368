package org.candor.investigation.readiness.decision;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.candor.investigation.readiness.decision.Standing.State;

/** Who is trained as his role asks for: on joining, before a course lapses, and after a policy changed (45 CFR 164.530(b)). */
public final class Standings {

    /** A course of which so many days or less are left is told as lapsing: time for a class to be held. Our own number. */
    public static final int LAPSING_DAYS = 30;

    private Standings() {}

    /** One standing for each course of the curriculum, in the order of codes. */
    public static List<Standing> of(
            WorkforceMember member,
            Curriculum curriculum,
            Collection<Training> trainings,
            Collection<PolicyChange> changes,
            LocalDate today) {
        return curriculum.courses().keySet().stream()
                .sorted()
                .map(course -> newest(course, trainings)
                        .map(done -> again(course, done, lastDay(course, trainings), changes, today))
                        .orElseGet(() -> first(course, curriculum.firstDueOn(member, course), today)))
                .toList();
    }

    /** The worst of them; empty where nothing is asked of him. */
    public static Optional<State> worst(Collection<Standing> standings) {
        return standings.stream().map(Standing::state).max(Comparator.naturalOrder());
    }

    /** Why he is not let near a case, as codes; empty when nothing of his curriculum speaks against it. */
    public static List<String> blocking(Collection<Standing> standings) {
        return standings.stream().filter(Standing::blocks).map(Standing::code).toList();
    }

    /** True for who did a course of his before the change and not since. */
    static boolean isPending(Standing standing, PolicyChange change) {
        return change.courses().contains(standing.course())
                && standing.completedOn()
                        .map(done -> done.isBefore(change.effectiveOn()))
                        .orElse(false);
    }

    /** True for who has learnt since what has changed. */
    static boolean isTaught(Standing standing, PolicyChange change) {
        return change.courses().contains(standing.course())
                && standing.completedOn()
                        .map(done -> !done.isBefore(change.effectiveOn()))
                        .orElse(false);
    }

    private static Standing first(String course, LocalDate dueOn, LocalDate today) {
        return new Standing(course, today.isAfter(dueOn) ? State.MISSING : State.DUE, Optional.empty(), dueOn);
    }

    private static Standing again(
            String course, LocalDate done, LocalDate lastDay, Collection<PolicyChange> changes, LocalDate today) {
        Standing counting = new Standing(course, State.COMPLETE, Optional.of(done), lastDay);
        Optional<LocalDate> asked = changes.stream()
                .filter(change -> isPending(counting, change))
                .map(PolicyChange::dueOn)
                .min(Comparator.naturalOrder());
        LocalDate dueOn = asked.filter(lastDay::isAfter).orElse(lastDay);
        if (today.isAfter(dueOn)) {
            return in(State.LAPSED, counting, dueOn);
        }
        if (asked.isPresent()) {
            return in(State.DUE, counting, dueOn);
        }
        return today.plusDays(LAPSING_DAYS).isBefore(lastDay) ? counting : in(State.LAPSING, counting, lastDay);
    }

    private static Standing in(State state, Standing standing, LocalDate dueOn) {
        return new Standing(standing.course(), state, standing.completedOn(), dueOn);
    }

    private static Optional<LocalDate> newest(String course, Collection<Training> trainings) {
        return trainings.stream()
                .filter(one -> one.course().equals(course))
                .map(Training::completedOn)
                .max(Comparator.naturalOrder());
    }

    private static LocalDate lastDay(String course, Collection<Training> trainings) {
        return trainings.stream()
                .filter(one -> one.course().equals(course))
                .map(Training::validUntil)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
