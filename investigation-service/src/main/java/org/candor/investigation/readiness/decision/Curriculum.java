package org.candor.investigation.readiness.decision;

import java.time.LocalDate;
import java.util.Set;

/**
 * What an entity asks of everybody in a role (45 CFR 164.530(b)(1)). Where it adopted none, nothing is asked.
 *
 * @param courses codes of the catalogue
 * @param withinDays calendar days for the first completion, from joining or from another role, or from adoption where that is
 *     later
 */
public record Curriculum(String role, Set<String> courses, int withinDays, LocalDate adoptedOn) {
    public Curriculum {
        courses = Set.copyOf(courses);
    }

    LocalDate firstDueOn(WorkforceMember member) {
        LocalDate inRole = member.roleSince().orElse(member.joinedOn());
        return (inRole.isAfter(adoptedOn) ? inRole : adoptedOn).plusDays(withinDays);
    }
}
