package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.candor.breach.obligations.decision.Rule.Relief;
import org.candor.events.ObligationKind;

/** Collects the open places of the law on which the dates of one duty rest. */
final class Readings {

    private Readings() {}

    static List<Reading> behind(
            RuleBook book, Rule rule, List<LawEnforcementDelay> delays, Hold hold, LocalDate due, boolean reliefUsed) {
        boolean heldNow = rule.held() && !delays.isEmpty();
        if (!heldNow && !reliefUsed && rule.relief() == Relief.NONE) {
            return rule.readings();
        }
        List<Reading> readings = new ArrayList<>(rule.readings());
        if (rule.relief() != Relief.NONE) {
            readings.addAll(book.principle(Principles.STATE_RELIEF).readings());
        }
        if (reliefUsed) {
            readings.addAll(book.principle(Principles.HIPAA_TIMING).readings());
        }
        if (heldNow) {
            addThoseOfHold(readings, book, rule, delays, hold.cameTooLateFor(due));
        }
        return List.copyOf(readings);
    }

    private static void addThoseOfHold(
            List<Reading> readings, RuleBook book, Rule rule, List<LawEnforcementDelay> delays, boolean cameTooLate) {
        readings.addAll(book.principle(Principles.END_OF_DELAY).readings());
        if (delays.stream().anyMatch(delay -> !delay.writtenWithTime())) {
            readings.addAll(book.principle(Principles.ORAL_DELAY).readings());
        }
        if (delays.stream().anyMatch(LawEnforcementDelay::writtenWithTime)) {
            readings.addAll(book.principle(Principles.WRITTEN_DELAY).readings());
        }
        if (cameTooLate) {
            readings.addAll(book.principle(Principles.LATE_DELAY).readings());
        }
        if (rule.kind() == ObligationKind.STATE_INDIVIDUAL_NOTICE) {
            readings.addAll(book.principle(Principles.STATE_LETTERS_HELD).readings());
        }
    }
}
