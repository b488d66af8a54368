package org.candor.investigation.readiness.decision;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * A material change of a policy, after which those whom it concerns are trained again (45 CFR 164.530(b)(2)(i)(C)).
 *
 * @param courses that teach what has changed
 * @param withinDays calendar days from the effective day
 */
public record PolicyChange(UUID id, LocalDate effectiveOn, Set<String> courses, int withinDays) {
    public PolicyChange {
        courses = Set.copyOf(courses);
    }

    public LocalDate dueOn() {
        return effectiveOn.plusDays(withinDays);
    }
}
