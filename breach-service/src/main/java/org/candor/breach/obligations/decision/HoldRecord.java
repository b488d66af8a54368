package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.candor.breach.obligations.decision.LawEnforcementDelay.Form;

/** Says of each law-enforcement statement what it does to the notices and why (45 CFR 164.412). */
public final class HoldRecord {

    /**
     * What one statement does.
     *
     * @param counts false where it adds nothing
     * @param through last day of the delay it makes; empty where it makes none
     * @param moves whether the due day of the letters moves because of it
     */
    public record Effect(
            LawEnforcementDelay statement, boolean counts, Optional<LocalDate> through, boolean moves, String why) {

        private Effect saying(String more, boolean movesDue) {
            return new Effect(statement, counts, through, movesDue, more.isEmpty() ? why : why + "; " + more);
        }
    }

    private static final Comparator<Effect> BY_DAY =
            Comparator.comparing(effect -> effect.statement().statedOn());

    private HoldRecord() {}

    /**
     * @param letters base due day of the individual notice; empty where none is owed
     * @return in the order of the days on which they were made
     */
    public static List<Effect> of(List<LawEnforcementDelay> statements, int oralDays, Optional<LocalDate> letters) {
        Optional<LawEnforcementDelay> counting = countingWithoutTime(statements, oralDays);
        List<Effect> effects = new ArrayList<>();
        statements.stream()
                .map(statement -> effect(statement, oralDays, counting))
                .sorted(BY_DAY)
                .forEach(effects::add);
        return letters.map(due -> againstDue(effects, due)).orElse(effects);
    }

    /** Of those that are limited, the first; made on one day, the one that reaches further. */
    private static Optional<LawEnforcementDelay> countingWithoutTime(List<LawEnforcementDelay> statements, int days) {
        return statements.stream()
                .filter(statement -> !statement.writtenWithTime())
                .min(Comparator.comparing(LawEnforcementDelay::statedOn)
                        .thenComparing(statement -> limit(statement, days), Comparator.reverseOrder()));
    }

    private static Effect effect(LawEnforcementDelay statement, int days, Optional<LawEnforcementDelay> counting) {
        if (statement.writtenWithTime()) {
            return new Effect(
                    statement, true, statement.until(), false, "a writing that gives a time holds for that time");
        }
        // The same statement twice is two entries; the first of them counts.
        if (counting.filter(first -> first == statement).isEmpty()) {
            String why = "once somebody has spoken, speaking again adds nothing: ask for a writing that gives a time";
            return new Effect(statement, false, Optional.empty(), false, why);
        }
        String what =
                statement.form() == Form.ORAL ? "an oral statement" : "a writing without a time, like an oral one,";
        String why = what + " holds for at most " + days + " days from its day";
        return new Effect(statement, true, Optional.of(limit(statement, days)), false, why);
    }

    private static LocalDate limit(LawEnforcementDelay statement, int days) {
        LocalDate limit = statement.statedOn().plusDays(days);
        return statement.until().filter(until -> until.isBefore(limit)).orElse(limit);
    }

    private static List<Effect> againstDue(List<Effect> effects, LocalDate letters) {
        List<Effect> weighed = new ArrayList<>();
        LocalDate due = letters;
        LocalDate free = null;
        for (Effect effect : effects) {
            Effect next = weigh(effect, due, free);
            weighed.add(next);
            due = next.moves() ? next.through().get() : due;
            free = next.counts() ? later(free, next.through().get()) : free;
        }
        return weighed;
    }

    private static Effect weigh(Effect effect, LocalDate due, LocalDate free) {
        if (!effect.counts()) {
            return effect;
        }
        LocalDate from = effect.statement().statedOn();
        if (from.isAfter(due)) {
            return effect.saying(
                    "made after the letters were due on " + due + ": it holds, and cures no lateness", false);
        }
        boolean moves = effect.through().get().isAfter(due);
        boolean gap = free != null && from.isAfter(free);
        String words = gap ? "between " + free + " and " + from + " nothing held the notices" : "";
        return effect.saying(words, moves);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one == null || other.isAfter(one) ? other : one;
    }
}
