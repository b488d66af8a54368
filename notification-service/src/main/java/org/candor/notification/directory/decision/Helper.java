package org.candor.notification.directory.decision;

import java.util.Optional;
import org.candor.events.OfficerRole;

/**
 * Somebody whom an officer has designated to help him (policy I.C.1); he need not be an officer.
 *
 * @param role of the officer whom he helps; empty where that was not told, then of any
 */
public record Helper(Optional<OfficerRole> role, String person, String mailbox) {

    public boolean helps(OfficerRole officer) {
        return role.filter(one -> one != officer).isEmpty();
    }
}
