package org.candor.local;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.candor.local.display.LiveDisplay;
import org.candor.local.display.PlainDisplay;
import org.candor.local.display.Terminal;
import org.candor.local.run.Progress;
import org.candor.local.run.StartFailed;

/** A stack that lives as long as the command in the terminal. */
public final class Foreground {

    private Foreground() {}

    /** {@code up}: starts the stack, tells what there is, and stays until it is ended. */
    static void up(StackSettings settings) throws StartFailed, InterruptedException {
        Stack stack = start(settings);
        tell(stack, settings);
        if (stack.training().isNeeded()) {
            System.out.println(
                    "In the background a second replica of each service teaches the JVM to start faster next time.");
        }
        System.out.println("ready");
        stay(stack);
    }

    /** Starts the stack with a display and sees to it that it ends with this process. */
    public static Stack start(StackSettings settings) throws StartFailed {
        if (Terminal.isLive()) {
            try (LiveDisplay display = new LiveDisplay(System.out, Clock.systemUTC())) {
                return start(settings, display);
            }
        }
        try (PlainDisplay display = new PlainDisplay(System.out)) {
            return start(settings, display);
        }
    }

    /** What there is: addresses, users, folders. */
    public static void tell(Stack stack, StackSettings settings) {
        System.out.print(Summary.of(stack, settings.services()));
    }

    /** Looks after the stack until this process is told to end: trains the start caches and replaces what has died. */
    public static void stay(Stack stack) throws InterruptedException {
        stack.training().begin();
        stack.watch(System.out);
        new CountDownLatch(1).await();
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
