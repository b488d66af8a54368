package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One thing that is owed, with the rule that makes it.
 *
 * @param key stays the same through recomputations of one breach
 * @param jurisdiction {@code US} or a postal code
 * @param baseDue last lawful day before any hold
 * @param heldUntil first day on which it may go again; empty when nothing holds it
 * @param due last lawful day; never rolled off a weekend or holiday
 * @param keepThrough last day on which a standing notice must stand; empty when it stands not or has not begun
 * @param daysLate empty where lateness is not asked or not known
 * @param readings every open place of the text that these dates rest on
 */
public record Duty(
        Rule rule,
        String key,
        String jurisdiction,
        LocalDate baseDue,
        Optional<LocalDate> heldUntil,
        LocalDate due,
        Optional<LocalDate> keepThrough,
        Optional<LocalDate> completedOn,
        OptionalLong daysLate,
        String reason,
        List<Reading> readings) {

    /** True for the clock of a business associate, which runs from its own knowledge. */
    public boolean ofBusinessAssociate() {
        return rule.condition() == Rule.Condition.BUSINESS_ASSOCIATE_KNEW;
    }
}
