package org.candor.local.backup;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Does one part after the other, and tells how long each took. */
record Parts(PrintStream out) {

    /** A part of a back-up or of a restore. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    void step(String name, Work work) throws Exception {
        Instant from = Instant.now();
        work.run();
        double seconds = Duration.between(from, Instant.now()).toMillis() / 1000.0;
        out.println(String.format(Locale.ROOT, "  %-34s %6.1f s", name, seconds));
    }
}
