package org.candor.kit.ops;

import io.smallrye.mutiny.Uni;
import org.candor.kit.inbox.Faults;
import org.jboss.logging.Logger;

/** What a loop does each time it comes round. */
public final class Round {

    private Round() {}

    /**
     * Does it, and leaves a failure to the next round. The failure is logged by its type only: its words may hold a value of a
     * row.
     *
     * @param whatFailed how the log line begins
     */
    public static Uni<Void> of(Uni<?> work, Logger log, String whatFailed) {
        return work.replaceWithVoid()
                .onFailure()
                .invoke(failure -> log.warnf("%s: %s", whatFailed, Faults.name(failure)))
                .onFailure()
                .recoverWithNull();
    }
}
