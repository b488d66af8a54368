package org.candor.kit.ledger;

import java.util.concurrent.Executor;

/** Runs every task in a thread of its own; the common pool has a single one where there are two cores. */
public final class AtOnce {

    public static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private AtOnce() {}
}
