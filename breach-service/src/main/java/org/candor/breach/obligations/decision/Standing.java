package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What of a duty can change from one computation to the next.
 *
 * @param form track or method, where the kind has one
 * @param delegatedTo the business associate that does it in the entity's place
 */
public record Standing(
        String key,
        String ruleId,
        Optional<String> form,
        LocalDate due,
        Optional<LocalDate> heldUntil,
        Optional<LocalDate> completedOn,
        Optional<UUID> delegatedTo) {

    /** One that the entity does itself. */
    public Standing(
            String key,
            String ruleId,
            Optional<String> form,
            LocalDate due,
            Optional<LocalDate> heldUntil,
            Optional<LocalDate> completedOn) {
        this(key, ruleId, form, due, heldUntil, completedOn, Optional.empty());
    }

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
                && delegatedTo.equals(other.delegatedTo)
                && heldUntil.equals(other.heldUntil);
    }
}
