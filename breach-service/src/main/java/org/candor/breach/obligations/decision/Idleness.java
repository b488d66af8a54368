package org.candor.breach.obligations.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Somebody must be told, who and how many is known since the conclusion, and nothing moves: late within the sixty days (45 CFR
 * 164.404(b), "without unreasonable delay").
 *
 * @param heldUntil first day on which notices may go again
 */
public record Idleness(Optional<LocalDate> heldUntil, Instant movedAt, ZoneId zone) {

    /** From when on the time is the entity's own: a hold is no delay of its. */
    public Instant since() {
        return heldUntil
                .map(day -> day.atStartOfDay(zone).toInstant())
                .filter(movedAt::isBefore)
                .orElse(movedAt);
    }

    /** True once nothing has moved for {@code limit}. */
    public boolean alarms(Instant now, Duration limit) {
        return !since().plus(limit).isAfter(now);
    }
}
