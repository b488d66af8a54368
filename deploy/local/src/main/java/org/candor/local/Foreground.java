package org.candor.local;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.candor.local.display.LiveDisplay;
import org.candor.local.display.PlainDisplay;
import org.candor.local.display.Terminal;
import org.candor.local.run.Progress;
import org.candor.local.run.StartFailed;

/** {@code up}: starts the stack, tells what there is, and stays until it is ended. */
final class Foreground {

    private Foreground() {}

    static void run(StackSettings settings) throws Exception {
        Stack stack = start(settings);
        System.out.print(Summary.of(stack, settings.services()));
        System.out.println("ready");
        new CountDownLatch(1).await();
    }

    /** Starts the stack with a display and sees to it that it ends with this process. */
    static Stack start(StackSettings settings) throws StartFailed {
        if (Terminal.isLive()) {
            try (LiveDisplay display = new LiveDisplay(System.out, Clock.systemUTC())) {
                return start(settings, display);
            }
        }
        try (PlainDisplay display = new PlainDisplay(System.out)) {
            return start(settings, display);
        }
    }

    private static Stack start(StackSettings settings, Progress display) throws StartFailed {
        Stack stack = Stack.claim(settings.progress(display));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            System.out.printf("%nEnding …%n");
            stack.close();
            System.out.println("Ended");
        }));
        stack.startAll();
        return stack;
    }
}
