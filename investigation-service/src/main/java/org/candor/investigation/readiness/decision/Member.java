package org.candor.investigation.readiness.decision;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A member of the response team.
 *
 * @param authorisedUntil the last day of his authorisation; empty when he has none
 * @param since the first day of his membership; empty where nobody said it
 * @param until the last one; empty while no end is known
 */
public record Member(
        boolean active,
        Set<Area> areas,
        Optional<LocalDate> authorisedUntil,
        Optional<LocalDate> since,
        Optional<LocalDate> until) {

    public Member {
        areas = Set.copyOf(areas);
    }

    public Member(boolean active, Set<Area> areas, Optional<LocalDate> authorisedUntil) {
        this(active, areas, authorisedUntil, Optional.empty(), Optional.empty());
    }

    /** True from the first day of his membership to the last. */
    boolean serves(LocalDate today) {
        return active
                && since.map(day -> !today.isBefore(day)).orElse(true)
                && until.map(day -> !today.isAfter(day)).orElse(true);
    }
}
