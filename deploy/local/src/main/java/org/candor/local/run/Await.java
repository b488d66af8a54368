package org.candor.local.run;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.candor.local.Http;
import org.candor.local.process.Child;

/** Waits until a component answers, but no longer than it lives. */
public final class Await {

    /** Between two looks. Whatever is compared in how soon it answers is looked at as often. */
    public static final Duration PAUSE = Duration.ofMillis(40);

    /** Something that is true once the component is ready. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }

    private Await() {}

    /** Returns when the address answers 200. */
    public static void answer(URI address, Child child, Duration atMost) throws Exception {
        until(() -> Http.answers(address), child, atMost);
    }

    /** Returns when the condition holds; throws when the process ends or the time is over before. */
    public static void until(Condition condition, Child child, Duration atMost) throws Exception {
        Instant end = Instant.now().plus(atMost);
        while (!condition.holds()) {
            Optional<Integer> exit = child.exitCode();
            if (exit.isPresent()) {
                throw new IllegalStateException("its process ended with exit code " + exit.get());
            }
            if (Instant.now().isAfter(end)) {
                throw new TimeoutException("not ready after " + atMost.toSeconds() + " s");
            }
            Thread.sleep(PAUSE);
        }
    }
}
