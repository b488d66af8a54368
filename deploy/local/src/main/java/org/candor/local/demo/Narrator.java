package org.candor.local.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.candor.local.api.Unexpected;

/** Tells the story while it happens, a line for each step, and remembers it for the page of results. */
final class Narrator {

    /** What happens in a step. */
    @FunctionalInterface
    interface Scene {
        Told play() throws IOException, InterruptedException;
    }

    /** A chapter as it was played. */
    record Played(String title, List<Step> steps) {}

    private static final String LINE = "%5s  %-17s %s%n";
    private static final String BELOW = " ".repeat(25);

    private static final String REST_OF_LINE_EMPTY = "\u001b[K";

    private final PrintStream out;
    private final boolean live;
    private final List<Played> chapters = new ArrayList<>();

    /** @param live true when the output is a terminal, where a line of progress may be drawn again */
    Narrator(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    void begin(String title) {
        chapters.add(new Played(title, new ArrayList<>()));
        out.printf("%n%d  %s%n", chapter(), title);
    }

    void step(String who, String what, Scene scene) throws StepFailed, InterruptedException {
        String number = chapter() + "." + (chapters.getLast().steps().size() + 1);
        Instant from = Instant.now();
        try {
            Told told = scene.play();
            keep(new Step(number, who, what, told, Duration.between(from, Instant.now())));
        } catch (Unexpected e) {
            throw new StepFailed("%s  %s %s".formatted(number, who, what), e.expected(), e.came(), e);
        } catch (IOException e) {
            throw new StepFailed("%s  %s %s".formatted(number, who, what), "an answer", String.valueOf(e), e);
        }
    }

    /** Shows that a long step goes on; on paper that would only be noise. */
    void progress(String text) {
        if (live) {
            out.printf("%s… %s%s\r", BELOW, text, REST_OF_LINE_EMPTY);
            out.flush();
        }
    }

    List<Played> chapters() {
        return List.copyOf(chapters);
    }

    /** What goes before the story is chapter 0. */
    private int chapter() {
        return chapters.size() - 1;
    }

    private void keep(Step step) {
        chapters.getLast().steps().add(step);
        out.print(live ? REST_OF_LINE_EMPTY : "");
        out.printf(LINE, step.number(), step.who(), step.what());
        out.printf("%s→ %s%n", BELOW, step.told().result());
        step.told().links().forEach(link -> out.printf("%s  %s%n", BELOW, link.text()));
    }
}
