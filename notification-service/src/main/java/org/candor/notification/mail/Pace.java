package org.candor.notification.mail;

import java.time.Duration;

/** How long to wait so that no more leave in a minute than a server takes. Whoever asks gets a turn of his own. */
final class Pace {

    private final Duration between;
    private Duration next = Duration.ZERO;

    Pace(int perMinute) {
        this.between = Duration.ofMinutes(1).dividedBy(perMinute);
    }

    /**
     * What did not leave in a pause is not made up for: a pause ends with one and not with a burst.
     *
     * @param now since any moment, by a clock that nobody sets back
     */
    synchronized Duration pause(Duration now) {
        Duration wait = next.minus(now);
        Duration left = wait.isNegative() ? Duration.ZERO : wait;
        next = now.plus(left).plus(between);
        return left;
    }
}
