package org.candor.local.api;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/** Waits for what events bring about. */
public final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(250);

    /** Something that can be looked at again and again. */
    @FunctionalInterface
    public interface Look<T> {
        T now() throws IOException, InterruptedException;
    }

    private Patience() {}

    /** Looks until it is as expected; {@link Unexpected} with what was seen last when the time is over. */
    public static <T> T until(String expected, Duration atMost, Look<T> look, Predicate<T> asExpected)
            throws IOException, InterruptedException {
        Instant end = Instant.now().plus(atMost);
        T seen = look.now();
        while (!asExpected.test(seen)) {
            Unexpected.unless(Instant.now().isBefore(end), expected + " within " + atMost.toSeconds() + " s", seen);
            Thread.sleep(PAUSE);
            seen = look.now();
        }
        return seen;
    }
}
