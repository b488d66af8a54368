package org.candor.breach.obligations.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody must be told, who and how many is known since the conclusion, and nothing moves: late within the sixty days (45 CFR
 * 164.404(b), "without unreasonable delay").
 *
 * @param heldUntil first day on which notices may go again
 */
public record Idleness(Optional<LocalDate> heldUntil, Instant movedAt) {

    /** True once nothing has moved for {@code limit}; a hold is no delay of the entity's. */
    public boolean alarms(Instant now, LocalDate today, Duration limit) {
        boolean held = heldUntil.filter(today::isBefore).isPresent();
        return !held && !movedAt.plus(limit).isAfter(now);
    }
}
