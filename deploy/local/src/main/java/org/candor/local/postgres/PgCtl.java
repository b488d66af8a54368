package org.candor.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PostgreSQL's own tool, for a server on one data folder. */
final class PgCtl {

    private static final int SECONDS_TO_START = 240;

    private final PostgresBinaries binaries;
    private final Path data;
    private final Path output;

    /** @param output takes what the tools say */
    PgCtl(PostgresBinaries binaries, Path data, Path output) {
        this.binaries = binaries;
        this.data = data;
        this.output = output;
    }

    /** Returns the server when it answers. It has a session of its own, so that Ctrl-C in the terminal does not reach it. */
    ProcessHandle start(Path log) throws IOException, InterruptedException {
        run("start", "-w", "-t", Integer.toString(SECONDS_TO_START), "-l", log.toString());
        List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
    }

    void stop() throws IOException, InterruptedException {
        run("stop", "-m", "fast", "-t", "60");
    }

    void execute(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = binaries.command(program, arguments);
        Process tool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        if (!tool.waitFor(SECONDS_TO_START, TimeUnit.SECONDS) || tool.exitValue() != 0) {
            tool.destroy();
            throw new IllegalStateException("'%s' failed; see %s".formatted(String.join(" ", command), output));
        }
    }

    private void run(String action, String... options) throws IOException, InterruptedException {
        String[] arguments = new String[options.length + 3];
        arguments[0] = action;
        arguments[1] = "-D";
        arguments[2] = data.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        execute("pg_ctl", arguments);
    }
}
