package org.candor.investigation.cases.decision;

import java.util.Set;
import org.candor.events.OfficerRole;

/** Who gives a command: the identity provider's subject and the roles he acts in on this case. */
public record Person(String subject, Set<OfficerRole> roles) {

    public Person {
        roles = Set.copyOf(roles);
    }

    boolean actsAs(OfficerRole role) {
        return roles.contains(role);
    }
}
