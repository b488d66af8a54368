package org.candor.local.demo;

import java.io.IOException;
import java.nio.file.Path;
import org.candor.local.Checkout;
import org.candor.local.Stack;
import org.candor.local.StackSettings;
import org.candor.local.Trees;
import org.candor.local.api.Unexpected;
import org.candor.local.letters.LetterFaults;
import org.candor.local.run.StartFailed;

/**
 * The command {@code faults}: plays the story of the demo while each process is killed once, see {@link PowerCuts}, then kills
 * a run of letters at ten points, see {@link LetterFaults}. With {@code letters} and a number of people only the latter.
 */
public final class Faults {

    private Faults() {}

    /** Called by the shell script; exit code 0 when nothing acknowledged was lost or done twice. */
    public static void main(String[] arguments) throws Exception {
        boolean onlyLetters = arguments.length > 0 && arguments[0].equals("letters");
        try {
            if (!onlyLetters) {
                run();
            }
            letters(onlyLetters && arguments.length > 1 ? Integer.parseInt(arguments[1]) : LetterFaults.USUAL);
            System.out.println("faults passed");
            System.exit(0);
        } catch (StartFailed | StepFailed | IOException | Unexpected e) {
            System.err.printf("%n%s%n%nfaults failed%n", e.getMessage());
            System.exit(1);
        }
    }

    private static void letters(int people) throws Exception {
        System.out.printf("%nA run of %d letters%n", people);
        Path folder = Checkout.find().root().resolve("deploy/local/target/faults-letters");
        Trees.delete(folder);
        LetterFaults.run(folder, people, System.out);
    }

    private static void run() throws StartFailed, StepFailed, IOException, InterruptedException {
        Path folder = Checkout.find().root().resolve("deploy/local/target/faults");
        Trees.delete(folder);
        try (Stack stack = Stack.start(StackSettings.onFreePorts(folder)).endingWithThisProcess()) {
            Narrator narrator = new Narrator(System.out, false);
            PowerCuts cuts = new PowerCuts(stack, System.out);
            Stage stage = Story.play(stack, narrator, cuts);
            Chapter aftermath = new Aftermath();
            narrator.begin(aftermath.title());
            aftermath.play(stage);
            Unexpected.unlessEqual("processes that were not killed", "[]", cuts.missed());
        }
    }
}
