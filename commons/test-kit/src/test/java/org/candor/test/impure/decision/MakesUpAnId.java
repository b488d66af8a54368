package org.candor.test.impure.decision;

import java.util.UUID;

/** Must be rejected: the same command gives another fact each time. */
public final class MakesUpAnId {

    public UUID id() {
        return UUID.randomUUID();
    }
}
