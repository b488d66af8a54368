package org.candor.test;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of the application under test: runs with the real time until a test moves it. It replaces the application's
 * own {@link Clock} bean; {@link #set} stops it, and {@link #reset} lets it run again.
 *
 * <p>Tokens are checked by the real time.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class MutableClock extends Clock {

    private volatile Instant fixed;
    private volatile Duration ahead = Duration.ZERO;

    /** Stops at that instant. */
    public void set(Instant instant) {
        fixed = instant;
    }

    /** Moves on by so much, from where it stands or runs. */
    public void advance(Duration duration) {
        if (fixed == null) {
            ahead = ahead.plus(duration);
        } else {
            fixed = fixed.plus(duration);
        }
    }

    /** Runs with the real time again. */
    public void reset() {
        fixed = null;
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        Instant stopped = fixed;
        return stopped == null ? Instant.now().plus(ahead) : stopped;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Clock() {
            @Override
            public Instant instant() {
                return MutableClock.this.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return MutableClock.this.withZone(other);
            }
        };
    }
}
