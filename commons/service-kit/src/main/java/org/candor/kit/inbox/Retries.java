package org.candor.kit.inbox;

import java.time.Duration;

/** How often a fact whose consumer fails is tried before it becomes a dead letter: about four seconds in all. */
final class Retries {

    static final int ATTEMPTS = 4;

    private Retries() {}

    /** 0.2, 0.8, 3.2 seconds. */
    static Duration pauseAfter(int attempt) {
        return Duration.ofMillis(50L << 2 * attempt);
    }
}
