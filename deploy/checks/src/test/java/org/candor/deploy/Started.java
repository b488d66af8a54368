package org.candor.deploy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that goes on running until it is closed. */
final class Started implements AutoCloseable {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int PATIENCE_SECONDS = 300;

    private final Process process;
    private final Path log;

    private Started(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static Started java(Path log, Path folder, Map<String, String> environment, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        command.addAll(arguments);
        return command(log, folder, environment, command);
    }

    static Started command(Path log, Path folder, Map<String, String> environment, List<String> command)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CANDOR_") || name.startsWith("QUARKUS_"));
        builder.environment().putAll(environment);
        return new Started(builder.start(), log);
    }

    /** Waits until that address answers 200; fails with the log when the process ends first. */
    Started ready(String address) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!answers(address)) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw new AssertionError(address + " does not answer:\n" + said());
            }
        }
        return this;
    }

    /** Waits for its end and answers with what it ended with. */
    int end() throws Exception {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("goes on:\n" + said());
        }
        return process.exitValue();
    }

    String said() throws IOException {
        return Files.readString(log);
    }

    private static boolean answers(String address) throws InterruptedException {
        try {
            return CLIENT.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
