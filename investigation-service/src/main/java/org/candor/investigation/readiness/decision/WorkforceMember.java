package org.candor.investigation.readiness.decision;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody of the workforce, paid or not (45 CFR 160.103).
 *
 * @param person his subject at the identity provider
 * @param role whose curriculum he has; the organisation's own code
 * @param leftOn his last day; empty while he works here
 */
public record WorkforceMember(
        String person, String department, String role, LocalDate joinedOn, Optional<LocalDate> leftOn) {

    public boolean worksHere(LocalDate today) {
        return leftOn.map(day -> !today.isAfter(day)).orElse(true);
    }
}
