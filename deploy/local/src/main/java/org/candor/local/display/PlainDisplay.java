package org.candor.local.display;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.candor.local.run.Progress;

/** A line for each change; for a file or a pipe. */
public final class PlainDisplay implements Progress, AutoCloseable {

    private final PrintStream out;

    public PlainDisplay(PrintStream out) {
        this.out = out;
    }

    @Override
    public void expect(List<String> names) {
        out.println("Starting " + String.join(", ", names));
    }

    @Override
    public void starting(String name) {
        // One line per component is enough here: the one that says how it ended.
    }

    @Override
    public synchronized void ready(String name, Duration after) {
        print(name, new ComponentState.Ready(after));
    }

    @Override
    public synchronized void failed(String name) {
        print(name, new ComponentState.Failed());
    }

    @Override
    public void close() {
        out.flush();
    }

    private void print(String name, ComponentState state) {
        out.printf("  %-14s %s%n", name, state.text(Instant.EPOCH));
    }
}
