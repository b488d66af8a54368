package org.candor.notification.mail;

import java.time.Duration;

/** How long to wait so that no more leave in a minute than a server takes. Whoever asks gets a turn of his own. */
final class Pace {

    private static final Duration MOMENT = Duration.ofMillis(100);

    private final Duration between;
    private Duration next = Duration.ZERO;

    Pace(int perMinute) {
        this.between = Duration.ofMinutes(1).dividedBy(perMinute);
    }

    /** How many may leave together, so that none waits longer for the others than a moment. */
    int together(int most) {
        return Math.clamp(MOMENT.dividedBy(between), 1, most);
    }

    /**
     * What did not leave in a pause is not made up for: a pause ends with one and not with a burst.
     *
     * @param turns that end together, with the last of them
     * @param now since any moment, by a clock that nobody sets back
     */
    synchronized Duration pause(int turns, Duration now) {
        Duration wait = next.minus(now);
        Duration left = wait.isNegative() ? Duration.ZERO : wait;
        Duration last = left.plus(between.multipliedBy(turns - 1));
        next = now.plus(last).plus(between);
        return last;
    }
}
