package org.candor.notification.sending;

import java.time.Duration;
import java.time.Instant;

/** How long to wait so that no more leave in a minute than a server takes. Runs are worked on one after another. */
final class Pace {

    private final Duration between;
    private volatile Instant next = Instant.EPOCH;

    Pace(int perMinute) {
        this.between = Duration.ofMinutes(1).dividedBy(perMinute);
    }

    /** What did not leave in a pause is not made up for: a pause ends with one and not with a burst. */
    Duration pause(Instant now) {
        Duration wait = Duration.between(now, next);
        Duration left = wait.isNegative() ? Duration.ZERO : wait;
        next = now.plus(left).plus(between);
        return left;
    }
}
