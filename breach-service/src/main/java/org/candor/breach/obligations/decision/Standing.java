package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What of a duty can change from one computation to the next.
 *
 * @param form track or method, where the kind has one
 */
public record Standing(
        String key,
        String ruleId,
        Optional<String> form,
        LocalDate due,
        Optional<LocalDate> heldUntil,
        Optional<LocalDate> completedOn) {

    /** Whole days after the due day; 0 when in time or open. */
    public long daysLate() {
        return completedOn
                .map(day -> Math.max(0, day.toEpochDay() - due.toEpochDay()))
                .orElse(0L);
    }

    boolean open() {
        return completedOn.isEmpty();
    }

    boolean standsAs(Standing other) {
        return due.equals(other.due)
                && form.equals(other.form)
                && ruleId.equals(other.ruleId)
                && heldUntil.equals(other.heldUntil);
    }
}
