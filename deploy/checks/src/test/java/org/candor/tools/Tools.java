package org.candor.tools;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which programs a machine has, and what follows for a check that needs some. */
record Tools(Map<String, String> environment) {

    /** Whether a check runs, and why. */
    sealed interface Verdict {
        record Run() implements Verdict {}

        record Skip(String why) implements Verdict {}

        record Fail(String why) implements Verdict {}
    }

    static Tools ofThisMachine() {
        return new Tools(System.getenv());
    }

    Verdict verdict(List<String> programs) {
        List<String> missing =
                programs.stream().filter(program -> !isOnPath(program)).toList();
        if (missing.isEmpty()) {
            return new Verdict.Run();
        }
        String why = "not installed: " + String.join(", ", missing);
        return environment.containsKey("CI") ? new Verdict.Fail(why + "; .ci/run installs it") : new Verdict.Skip(why);
    }

    private boolean isOnPath(String program) {
        return Stream.of(environment.getOrDefault("PATH", "").split(Pattern.quote(java.io.File.pathSeparator)))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
