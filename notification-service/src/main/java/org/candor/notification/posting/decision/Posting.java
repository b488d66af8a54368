package org.candor.notification.posting.decision;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A substitute notice on the web.
 *
 * <pre>
 *          a hold begins
 *   Up ───────────────────→ Down
 *    │  ←───────────────────┘
 *    │     the hold ends
 *    └──→ Ended, once its days are full
 * </pre>
 *
 * Only days on which it was up count. It stands through the ninetieth day after the day on which it began; whether the first
 * day itself counts is a reading on which counsel may differ, and this is the longer one.
 */
public sealed interface Posting {

    /** 45 CFR 164.404(d)(2)(ii). */
    int DAYS = 90;

    /** @param daysBefore whole days of the stretches before this one */
    record Up(LocalDate since, int daysBefore) implements Posting {

        public static Up first(LocalDate on) {
            return new Up(on, 0);
        }

        /** Last day on which it must stand. */
        public LocalDate keepThrough() {
            return since.plusDays(DAYS - daysBefore);
        }

        /** The day on which it comes down is not counted. */
        Down down(LocalDate on, LocalDate heldUntil) {
            long counted = daysBefore + ChronoUnit.DAYS.between(since, on);
            return new Down((int) Math.min(DAYS, counted), heldUntil);
        }

        Ended ended(LocalDate on) {
            return new Ended(on);
        }
    }

    /** @param heldUntil first day on which it may be up again (45 CFR 164.412) */
    record Down(int daysCounted, LocalDate heldUntil) implements Posting {

        Up up(LocalDate on) {
            return new Up(on, daysCounted);
        }
    }

    record Ended(LocalDate on) implements Posting {}
}
