package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.candor.events.ObligationKind;

/**
 * By when the organisation itself wants a duty done, inside the limit of the law: "without unreasonable delay" is not "on day
 * 60" (45 CFR 164.404(b)).
 *
 * @param days after discovery, by kind; a kind that is not named has no target but its limit
 */
public record Targets(Map<ObligationKind, Integer> days) {

    /** No target but the limits. */
    public static final Targets NONE = new Targets(Map.of());

    public Targets {
        days = Map.copyOf(days);
    }

    /** Never after the limit, never before a hold ends. */
    public LocalDate of(ObligationKind kind, LocalDate discovered, Optional<LocalDate> heldUntil, LocalDate due) {
        if (!days.containsKey(kind) || discovered == null) {
            return due;
        }
        LocalDate wanted = discovered.plusDays(days.get(kind));
        LocalDate possible = heldUntil.filter(wanted::isBefore).orElse(wanted);
        return possible.isBefore(due) ? possible : due;
    }
}
