package org.candor.test.impure.decision;

import java.time.Instant;

/** Must be rejected: the answer depends on when it is asked. */
public record LooksAtTheClock(Instant due) {

    public boolean late() {
        return Instant.now().isAfter(due);
    }
}
