package org.candor.investigation.readiness.decision;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A member of the response team.
 *
 * @param authorisedUntil the last day of his authorisation; empty when he has none
 */
public record Member(boolean active, Set<Area> areas, Optional<LocalDate> authorisedUntil) {
    public Member {
        areas = Set.copyOf(areas);
    }
}
