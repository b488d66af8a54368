package org.candor.investigation.readiness.decision;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody of the workforce, paid or not (45 CFR 160.103).
 *
 * @param person his subject at the identity provider
 * @param role whose curriculum he has; the organisation's own code
 * @param joinedOn the first day; of who left and came back that of his coming back
 * @param roleSince when he was given another role; empty while he has that of his first day
 * @param leftOn his last day; empty while he works here
 */
public record WorkforceMember(
        String person,
        String department,
        String role,
        LocalDate joinedOn,
        Optional<LocalDate> roleSince,
        Optional<LocalDate> leftOn) {

    public WorkforceMember(
            String person, String department, String role, LocalDate joinedOn, Optional<LocalDate> leftOn) {
        this(person, department, role, joinedOn, Optional.empty(), leftOn);
    }

    public boolean worksHere(LocalDate today) {
        return leftOn.map(day -> !today.isAfter(day)).orElse(true);
    }

    /** A role that he was given before he left and came back begins anew with his coming back. */
    LocalDate inRoleSince() {
        return roleSince.filter(day -> day.isAfter(joinedOn)).orElse(joinedOn);
    }
}
