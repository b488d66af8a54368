package org.candor.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.candor.local.run.StartFailed;

/** The commands {@code up}, {@code down} and {@code reset}. */
public final class Launcher {

    private Launcher() {}

    /** Called by the shell script. */
    public static void main(String[] arguments) throws Exception {
        try {
            List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
            run(arguments.length == 0 ? "" : arguments[0], Options.parse(rest));
        } catch (StartFailed | IllegalArgumentException e) {
            System.err.printf("%n%s%n", e.getMessage());
            System.exit(1);
        }
    }

    private static void run(String command, Options options) throws Exception {
        StackSettings settings = options.settings(System.getenv());
        switch (command) {
            case "up" -> Foreground.up(settings);
            case "down" -> System.out.println(Down.end(new Layout(settings.directory())));
            case "reset" -> reset(new Layout(settings.directory()), options.yes());
            default -> throw new IllegalArgumentException("Unknown command '%s'".formatted(command));
        }
    }

    private static void reset(Layout layout, boolean yes) throws IOException, InterruptedException {
        if (yes || confirmed(layout)) {
            Down.end(layout);
            Trees.delete(layout.root());
            System.out.println("Deleted " + layout.root());
        } else {
            System.out.println("Nothing was deleted");
        }
    }

    private static boolean confirmed(Layout layout) throws IOException {
        System.out.printf("Delete %s with all reports, cases, mails and keys in it? [y/N] ", layout.root());
        String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }
}
