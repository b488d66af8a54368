package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.candor.breach.obligations.decision.Rule.CompletedBy;

/** What the facts say of a duty's being done: the day, how late it was, and how long a notice stands. */
record Completion(Facts facts) {

    Optional<LocalDate> keepThrough(Rule rule) {
        return rule.keepDays().isEmpty()
                ? Optional.empty()
                : facts.sent()
                        .substitutePostingStarted()
                        .map(day -> day.plusDays(rule.keepDays().getAsInt()));
    }

    Optional<LocalDate> on(Rule rule) {
        return switch (rule.completedBy()) {
            case FIRST_LETTER -> facts.sent().individualFirst();
            case HHS_REPORT -> facts.sent().hhs();
            case MEDIA_NOTICE -> facts.sent().media();
            case POSTING -> facts.sent().substitutePostingStarted();
            case TELLING_THE_ENTITY, NOT_ASKED -> Optional.empty();
        };
    }

    OptionalLong daysLate(Rule rule, LocalDate due, Optional<LocalDate> completed) {
        Optional<LocalDate> measured = completed.or(facts::asOf);
        return rule.completedBy() == CompletedBy.NOT_ASKED || measured.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(0, measured.get().toEpochDay() - due.toEpochDay()));
    }
}
