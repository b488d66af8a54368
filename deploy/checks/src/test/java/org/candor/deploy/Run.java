package org.candor.deploy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Another program that was run to its end: how it ended, and all that it said. */
public record Run(int exitCode, String said) {

    public static Run in(Path folder, Map<String, String> environment, List<String> command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), said);
    }

    public static Run in(Path folder, String... command) throws Exception {
        return in(folder, Map.of(), List.of(command));
    }

    /** What it said, when it ended well. */
    public String output() {
        if (exitCode != 0) {
            throw new AssertionError("ended with " + exitCode + ":\n" + said);
        }
        return said;
    }
}
