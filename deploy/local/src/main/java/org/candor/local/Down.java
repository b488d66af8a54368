package org.candor.local;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.candor.local.process.ChildRecord;
import org.candor.local.process.Children;

/** Ends the stack of a folder from outside, also one whose launcher was killed. */
final class Down {

    private static final int SECONDS_TO_END = 60;

    private Down() {}

    /** Answers, in a sentence, what was done. */
    static String end(Layout layout) throws IOException, InterruptedException {
        if (!layout.run().toFile().isDirectory()) {
            return "Nothing runs on " + layout.root();
        }
        Optional<ProcessHandle> launcher = StackLock.holder(layout).flatMap(ChildRecord::process);
        if (launcher.isPresent()) {
            launcher.get().destroy();
            awaitEnd(launcher.get());
        }
        List<String> leftovers = new Children(layout.run()).endLeftovers();
        if (launcher.isEmpty() && leftovers.isEmpty()) {
            return "Nothing runs on " + layout.root();
        }
        return "Ended the stack on " + layout.root();
    }

    private static void awaitEnd(ProcessHandle launcher) throws InterruptedException {
        try {
            launcher.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            launcher.destroyForcibly();
        }
    }
}
