package org.candor.notification.reminder.decision;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** To whom a reminder speaks within its entity; an empty list means everybody. */
public record Audience(List<String> roles, List<String> departments) {

    public Audience {
        roles = List.copyOf(roles);
        departments = List.copyOf(departments);
    }

    public boolean holds(Collection<String> rolesOfPerson, Optional<String> department) {
        return (roles.isEmpty() || !Collections.disjoint(roles, rolesOfPerson))
                && (departments.isEmpty()
                        || department.filter(departments::contains).isPresent());
    }
}
