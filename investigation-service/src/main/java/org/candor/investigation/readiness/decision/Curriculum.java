package org.candor.investigation.readiness.decision;

import java.time.LocalDate;
import java.util.Map;

/**
 * What an entity asks of everybody in a role (45 CFR 164.530(b)(1)). Where it adopted none, nothing is asked.
 *
 * @param courses codes of the catalogue, each with the day since which it is asked for
 * @param withinDays calendar days for the first completion, from joining or from another role, or from the day since which the
 *     course is asked for where that is later
 */
public record Curriculum(String role, Map<String, LocalDate> courses, int withinDays) {
    public Curriculum {
        courses = Map.copyOf(courses);
    }

    LocalDate firstDueOn(WorkforceMember member, String course) {
        return firstFrom(member, course).plusDays(withinDays);
    }

    /** The day on which the time for the first completion starts. */
    LocalDate firstFrom(WorkforceMember member, String course) {
        LocalDate asked = courses.get(course);
        LocalDate inRole = member.inRoleSince();
        return inRole.isAfter(asked) ? inRole : asked;
    }
}
