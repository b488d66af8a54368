package org.candor.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.candor.local.process.Java;

/** The launcher as the shell script starts it: in a process of its own. */
public final class LauncherProcess {

    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final Thread reading;

    public LauncherProcess(Ports ports, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Java.executable(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                Checkout.find().launcherClassPath(),
                Launcher.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment(ports));
        process = builder.start();
        reading = Thread.ofVirtual().start(this::read);
    }

    /** The variables that give the launcher these ports. */
    private static Map<String, String> environment(Ports ports) {
        Map<String, String> variables = new HashMap<>();
        ports.byName().forEach((name, port) -> variables.put(Ports.variable(name), Integer.toString(port)));
        return variables;
    }

    public List<String> output() {
        return List.copyOf(output);
    }

    boolean isReady() {
        return output.contains("ready");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As Ctrl-C does. */
    void interrupt() {
        process.destroy();
    }

    void kill9() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The exit code, after all output has been read. */
    public int await() throws InterruptedException {
        int code = process.waitFor();
        reading.join();
        return code;
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(output::add);
        } catch (IOException | UncheckedIOException e) {
            // The process was killed.
        }
    }

    /** The folder option for all commands. */
    public static String[] on(Path directory, String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command, "--dir", directory.toString()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }
}
