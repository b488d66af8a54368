package org.candor.local.display;

import java.io.IOException;

/** Whether a person looks at the output. */
public final class Terminal {

    private Terminal() {}

    /** True when the standard output is a terminal that can draw a line again. */
    public static boolean isLive() {
        String kind = System.getenv("TERM");
        return kind != null && !kind.equals("dumb") && outputIsTerminal();
    }

    private static boolean outputIsTerminal() {
        try {
            // Java 21 can't tell an output from an input; the shell can.
            return new ProcessBuilder("sh", "-c", "test -t 1")
                            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
