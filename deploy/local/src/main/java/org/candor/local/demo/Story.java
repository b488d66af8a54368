package org.candor.local.demo;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.candor.local.Stack;
import org.candor.local.api.Exchange;
import org.candor.local.api.Users;

/** The incident of the City of Larkspur Falls, from the first report to the proof; then what its officers do between incidents. */
final class Story {

    private static final List<Chapter> CHAPTERS = List.of(
            new Installing(),
            new Reporting(),
            new Opening(),
            new Containing(),
            new Assessing(),
            new Owing(),
            new Counting(),
            new Drafting(),
            new Sending(),
            new Telling(),
            new Closing(),
            new Proving());

    private static final List<Chapter> QUARTER = List.of(new Learning(), new Rehearsing(), new Upkeep());

    private Story() {}

    /** Plays all chapters on that stack and answers what they have left. */
    static Stage play(Stack stack, Narrator narrator) throws StepFailed, IOException, InterruptedException {
        return play(stack, narrator, exchange -> {});
    }

    /** As {@link #play(Stack, Narrator)}; the listener hears of each request once it was answered. */
    static Stage play(Stack stack, Narrator narrator, Consumer<Exchange> answered)
            throws StepFailed, IOException, InterruptedException {
        Stage stage = new Stage(Users.of(stack, answered), stack.layout(), narrator);
        play(CHAPTERS, stage);
        return stage;
    }

    /** A quarter in the life of a Security Officer, short; on a stage on which the incident was played. */
    static void playQuarter(Stage stage) throws StepFailed, InterruptedException {
        play(QUARTER, stage);
    }

    private static void play(List<Chapter> chapters, Stage stage) throws StepFailed, InterruptedException {
        for (Chapter chapter : chapters) {
            stage.narrator.begin(chapter.title());
            chapter.play(stage);
        }
    }
}
