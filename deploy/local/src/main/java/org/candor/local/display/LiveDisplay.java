package org.candor.local.display;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.candor.local.run.Progress;

/** A line per component, drawn again in its place several times a second; for a terminal. */
public final class LiveDisplay implements Progress, AutoCloseable {

    private static final int MILLIS_BETWEEN_DRAWS = 200;
    private static final String UP = "\u001b[%dA";
    private static final String CLEAR_LINE = "\u001b[2K";

    private final PrintStream out;
    private final Clock clock;
    private final Map<String, ComponentState> states = new LinkedHashMap<>();
    private final ScheduledExecutorService drawing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("display").factory());
    private int drawn;

    public LiveDisplay(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public synchronized void expect(List<String> names) {
        names.forEach(name -> states.put(name, new ComponentState.Waiting()));
        drawing.scheduleAtFixedRate(this::draw, 0, MILLIS_BETWEEN_DRAWS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void starting(String name) {
        states.put(name, new ComponentState.Starting(clock.instant()));
    }

    @Override
    public synchronized void ready(String name, Duration after) {
        states.put(name, new ComponentState.Ready(after));
    }

    @Override
    public synchronized void failed(String name) {
        states.put(name, new ComponentState.Failed());
    }

    /** Draws a last time and leaves the lines as they are. */
    @Override
    public void close() {
        drawing.shutdown();
        draw();
    }

    private synchronized void draw() {
        StringBuilder picture = new StringBuilder();
        if (drawn > 0) {
            picture.append(UP.formatted(drawn));
        }
        states.forEach((name, state) ->
                picture.append(CLEAR_LINE).append("  %-14s %s%n".formatted(name, state.text(clock.instant()))));
        drawn = states.size();
        out.print(picture);
        out.flush();
    }
}
