package org.candor.local.proxy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Where one replica of a service answers. It gets new requests only while it is open. */
public final class Origin {

    private static final long PAUSE_MILLIS = 50;

    private final int port;
    private final AtomicInteger underway = new AtomicInteger();
    private volatile boolean open;

    public Origin(int port) {
        this.port = port;
    }

    /** From now on it may get requests. */
    public void open() {
        open = true;
    }

    /** From now on it gets none. */
    public void close() {
        open = false;
    }

    /** The same; returns when those underway are answered, or the time is over. */
    public void drain(Duration atMost) {
        close();
        Instant end = Instant.now().plus(atMost);
        try {
            // At least once: a request that was given to it a moment ago may not be counted yet.
            do {
                Thread.sleep(PAUSE_MILLIS);
            } while (underway.get() > 0 && Instant.now().isBefore(end));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int port() {
        return port;
    }

    boolean isOpen() {
        return open;
    }

    void begin() {
        underway.incrementAndGet();
    }

    void end() {
        underway.decrementAndGet();
    }
}
