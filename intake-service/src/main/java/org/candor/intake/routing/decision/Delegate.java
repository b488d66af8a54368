package org.candor.intake.routing.decision;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.candor.events.OfficerRole;
import org.candor.events.ReportKind;

/**
 * Somebody who helps an officer of the entity with reports of some kinds (policy I.C.1).
 *
 * @param role of the officer whom he helps
 * @param until last day; empty while it lasts
 */
public record Delegate(
        OfficerRole role, String person, Set<ReportKind> kinds, LocalDate from, Optional<LocalDate> until) {

    public Delegate {
        kinds = Set.copyOf(kinds);
    }

    boolean helpsWith(ReportKind kind, LocalDate day) {
        return kinds.contains(kind)
                && !day.isBefore(from)
                && until.filter(day::isAfter).isEmpty();
    }
}
