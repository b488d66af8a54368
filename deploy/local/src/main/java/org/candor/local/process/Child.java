package org.candor.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A process that the launcher starts and ends; it writes to a log file and never reads from the terminal. */
public final class Child {

    // A service takes up to 15 s to finish what it has begun.
    private static final Duration GRACE = Duration.ofSeconds(18);

    // Ctrl-C goes to the whole foreground group. The children must not hear it, so that they end in order, one by one.
    private static final List<String> DEAF_TO_CTRL_C = List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private final String name;
    private final Path log;
    private final Children children;
    private volatile Process process;

    public Child(String name, Path log, Children children) {
        this.name = name;
        this.log = log;
        this.children = children;
    }

    public void start(List<String> command, Map<String, String> environment) throws IOException {
        LogFile.keepPrevious(log);
        List<String> whole = new ArrayList<>(DEAF_TO_CTRL_C);
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log.toFile());
        Environment.clean(builder.environment());
        builder.environment().putAll(environment);
        process = builder.start();
        children.record(name, process.toHandle(), "TERM");
    }

    /** The process while it lives. */
    public Optional<ProcessHandle> process() {
        return Optional.ofNullable(process).filter(Process::isAlive).map(Process::toHandle);
    }

    /** The exit code once the process has ended. */
    public Optional<Integer> exitCode() {
        return Optional.ofNullable(process).filter(ended -> !ended.isAlive()).map(Process::exitValue);
    }

    /** Asks the process to end, and does not wait for it. */
    public void askToEnd() {
        process().ifPresent(ProcessHandle::destroy);
    }

    /** Waits for the process to end. */
    public int await() throws InterruptedException {
        return process.waitFor();
    }

    /** Asks the process to end, and kills it when it does not within seconds. */
    public void end() {
        process().ifPresent(living -> {
            living.destroy();
            Children.awaitEnd(List.of(living), GRACE);
        });
        children.forget(name);
    }

    /** Ends the process as a power cut would: with no chance to finish anything. */
    public void kill() {
        process().ifPresent(living -> {
            living.destroyForcibly();
            living.onExit().join();
        });
        children.forget(name);
    }
}
