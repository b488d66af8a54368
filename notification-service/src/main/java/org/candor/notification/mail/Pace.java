package org.candor.notification.mail;

import java.time.Duration;
import java.time.Instant;

/** How long to wait so that no more leave in a minute than a server takes. Whoever asks gets a turn of his own. */
final class Pace {

    private final Duration between;
    private Instant next = Instant.EPOCH;

    Pace(int perMinute) {
        this.between = Duration.ofMinutes(1).dividedBy(perMinute);
    }

    /** What did not leave in a pause is not made up for: a pause ends with one and not with a burst. */
    synchronized Duration pause(Instant now) {
        Duration wait = Duration.between(now, next);
        Duration left = wait.isNegative() ? Duration.ZERO : wait;
        next = now.plus(left).plus(between);
        return left;
    }
}
