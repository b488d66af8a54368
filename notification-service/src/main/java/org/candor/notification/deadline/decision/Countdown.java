package org.candor.notification.deadline.decision;

import java.util.List;
import java.util.Optional;

/** The steps at which a duty is told of: 30, 14, 7, 3 and 1 days before, on the day, and every day once it is late. */
public final class Countdown {

    /** Days before the due day, the latest first. */
    private static final List<Integer> BEFORE = List.of(0, 1, 3, 7, 14, 30);

    /** No alert is due more days ahead than this. */
    public static final int FIRST = 30;

    private Countdown() {}

    /**
     * The step that a duty has reached, as {@code D-30} to {@code D-0} before and {@code L-1}, {@code L-2} … after its due day.
     * A day on which nobody looked is made up for by the step that it belonged to, once.
     *
     * @param daysLeft local days up to the due day; negative once it has passed
     * @param past the last instant has passed, also when that was on the due day itself
     */
    public static Optional<String> step(long daysLeft, boolean past) {
        if (daysLeft < 0) {
            return Optional.of("L-" + -daysLeft);
        }
        if (past) {
            return Optional.of("L-0");
        }
        return BEFORE.stream()
                .filter(threshold -> daysLeft <= threshold)
                .findFirst()
                .map(threshold -> "D-" + threshold);
    }

    /** True for the steps after the due day, which the administrator is told of too. */
    public static boolean isLate(String step) {
        return step.startsWith("L-");
    }
}
