package org.candor.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.candor.local.backup.Backup;
import org.candor.local.backup.Restore;
import org.candor.local.run.StartFailed;

/** The commands {@code up}, {@code down}, {@code reset}, {@code backup} and {@code restore}. */
public final class Launcher {

    private Launcher() {}

    /** Called by the shell script. */
    public static void main(String[] arguments) throws Exception {
        try {
            List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
            run(arguments.length == 0 ? "" : arguments[0], Options.parse(rest));
        } catch (StartFailed | IllegalArgumentException | IllegalStateException e) {
            System.err.printf("%n%s%n", e.getMessage());
            System.exit(1);
        }
    }

    private static void run(String command, Options options) throws Exception {
        StackSettings settings = options.settings(System.getenv());
        if (options.backup().isPresent() && !command.equals("backup") && !command.equals("restore")) {
            throw new IllegalArgumentException("%s takes options only, not %s"
                    .formatted(command, options.backup().get()));
        }
        switch (command) {
            case "up" -> Foreground.up(settings);
            case "down" -> System.out.println(Down.end(new Layout(settings.directory())));
            case "backup" ->
                new Backup(new Layout(settings.directory()), folder(options), options.keys(), System.out).take();
            case "restore" -> restore(settings, options);
            case "reset" -> reset(new Layout(settings.directory()), options.yes());
            default -> throw new IllegalArgumentException("Unknown command '%s'".formatted(command));
        }
    }

    private static Path folder(Options options) {
        return options.backup().orElseThrow(() -> new IllegalArgumentException("Name the folder of the back-up"));
    }

    private static void restore(StackSettings settings, Options options) throws Exception {
        Restore restore =
                new Restore(settings, folder(options), options.keys(), options.service(), options.until(), System.out);
        if (options.yes() || confirmed(restore.question())) {
            restore.run();
        } else {
            System.out.println("Nothing was restored");
        }
    }

    private static void reset(Layout layout, boolean yes) throws IOException, InterruptedException {
        if (yes || confirmed("Delete %s with all reports, cases, mails and keys in it?".formatted(layout.root()))) {
            Down.end(layout);
            Trees.delete(layout.root());
            System.out.println("Deleted " + layout.root());
        } else {
            System.out.println("Nothing was deleted");
        }
    }

    private static boolean confirmed(String question) throws IOException {
        System.out.print(question + " [y/N] ");
        String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }
}
