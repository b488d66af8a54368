package org.candor.notification.clearance.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/** The rules of clearance, the strictest first. */
public final class Clearing {

    /** An older clearance says nothing about now. */
    public static final Duration LONGEST = Duration.ofSeconds(60);

    private Clearing() {}

    /**
     * One letter fulfils several duties, so one held duty holds the letter (45 CFR 164.412 lets nothing go that would tell of
     * the breach). Silence about any of them is no clearance; something must be owed.
     */
    public static Verdict of(Collection<Answer> answers) {
        Optional<LocalDate> held = answers.stream()
                .filter(Answer.Held.class::isInstance)
                .map(answer -> ((Answer.Held) answer).until())
                .max(LocalDate::compareTo);
        if (held.isPresent()) {
            return new Verdict.Wait(Verdict.Cause.NOTICE_HELD, held);
        }
        if (answers.isEmpty() || answers.stream().anyMatch(Answer.Silence.class::isInstance)) {
            return new Verdict.Wait(Verdict.Cause.NO_CLEARANCE, Optional.empty());
        }
        return answers.stream().anyMatch(Answer.Clear.class::isInstance)
                ? new Verdict.Go()
                : new Verdict.Wait(Verdict.Cause.NOT_OWED, Optional.empty());
    }

    /**
     * @param asked when the question was put, not when it was answered
     * @return false also for a clearance from the future, since then one of two clocks is wrong
     */
    public static boolean fresh(Instant asked, Instant now) {
        return !asked.isAfter(now) && asked.plus(LONGEST).isAfter(now);
    }

    /** The oldest question whose answer still counts. */
    public static Instant freshSince(Instant now) {
        return now.minus(LONGEST);
    }
}
