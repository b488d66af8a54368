package org.candor.local.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.candor.local.Foreground;
import org.candor.local.Options;
import org.candor.local.Stack;
import org.candor.local.StackSettings;
import org.candor.local.display.Terminal;
import org.candor.local.run.StartFailed;

/** The command {@code demo}: starts the stack, plays both stories, and stays unless told {@code --exit}. */
public final class Demo {

    private static final String EXIT = "--exit";

    private Demo() {}

    /** Called by the shell script; the exit code is not zero when a step did not come out as told. */
    public static void main(String[] arguments) throws InterruptedException {
        List<String> rest = new ArrayList<>(List.of(arguments));
        boolean exit = rest.remove(EXIT);
        try {
            StackSettings settings = Options.parse(rest).settings(System.getenv());
            Stack stack = Foreground.start(settings);
            Foreground.tell(stack, settings);
            System.out.println("ready; the story begins");
            play(stack);
            if (exit) {
                System.exit(0);
            }
            System.out.println("The platform stays up; Ctrl-C ends it.");
            Foreground.stay(stack);
        } catch (StepFailed e) {
            System.err.printf("%n%s%n%ndemo failed%n", e.getMessage());
            System.exit(1);
        } catch (StartFailed | IOException | IllegalArgumentException e) {
            System.err.printf("%n%s%n", e.getMessage());
            System.exit(1);
        }
    }

    private static void play(Stack stack) throws StepFailed, IOException, InterruptedException {
        Narrator narrator = new Narrator(System.out, Terminal.isLive());
        Story.playQuarter(Story.play(stack, narrator));
        Path page = ResultPage.write(stack.layout().root().resolve("demo"), narrator.chapters());
        System.out.printf("%nResults  %s%n", page);
        System.out.println("demo passed");
    }
}
