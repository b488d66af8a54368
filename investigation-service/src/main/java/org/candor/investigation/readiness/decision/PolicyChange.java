package org.candor.investigation.readiness.decision;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * A material change of a policy, after which those whom it concerns are trained again (45 CFR 164.530(b)(2)(i)(C)).
 *
 * @param courses that teach what has changed
 * @param dueOn the last day
 */
public record PolicyChange(UUID id, LocalDate effectiveOn, Set<String> courses, LocalDate dueOn) {
    public PolicyChange {
        courses = Set.copyOf(courses);
    }

    /** The reasonable time runs from the day on which the change takes effect, or on which it was told where that is later. */
    public static LocalDate asksFrom(LocalDate effectiveOn, LocalDate toldOn) {
        return effectiveOn.isAfter(toldOn) ? effectiveOn : toldOn;
    }
}
