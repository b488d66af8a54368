package org.candor.test;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Where PostgreSQL and Kafka of this JVM listen. They run in a process of their own, because Quarkus loads the classes of
 * a test several times and closes the loaders under whatever still runs in them.
 *
 * <p>What must be there once per JVM, whichever loader asks, stands in the system properties.
 */
record Platform(
        int controlPort,
        int postgresPort,
        int postgresDirectPort,
        int kafkaPort,
        int kafkaDirectPort,
        int kafkaSecuredPort,
        Path certificates) {

    private static final String PREFIX = "candor.test.";
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    /** The platform of this JVM; started when nobody has asked before. */
    static Platform running() {
        return read(once("platform", Platform::start));
    }

    /** The value with that name, made by the first who asks for it in this JVM. */
    static String once(String name, Supplier<String> made) {
        synchronized (System.getProperties()) {
            String value = System.getProperty(PREFIX + name);
            if (value == null) {
                value = made.get();
                System.setProperty(PREFIX + name, value);
            }
            return value;
        }
    }

    /** 1, 2, 3 … for each name. */
    static long next(String name) {
        synchronized (System.getProperties()) {
            long number = Long.getLong(PREFIX + name, 0) + 1;
            System.setProperty(PREFIX + name, Long.toString(number));
            return number;
        }
    }

    static void remember(String name, String value) {
        System.setProperty(PREFIX + name, value);
    }

    static String remembered(String name) {
        String value = System.getProperty(PREFIX + name);
        if (value == null) {
            throw new IllegalStateException("Nothing runs on the real platform yet: is @OnRealPlatform on the test?");
        }
        return value;
    }

    /** Tells one of the links in front of PostgreSQL or Kafka what to do; returns when it is done. */
    void command(String link, FaultyLink.State state) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), controlPort);
                BufferedWriter out = new BufferedWriter(
                        new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII));
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            out.write(link + " " + state + "\n");
            out.flush();
            if (!"done".equals(in.readLine())) {
                throw new IllegalStateException("The test platform did not do: " + link + " " + state);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The test platform is gone", e);
        }
    }

    private static Platform read(String ports) {
        String[] parts = ports.split(",", 7);
        int[] p = Arrays.stream(parts).limit(6).mapToInt(Integer::parseInt).toArray();
        return new Platform(p[0], p[1], p[2], p[3], p[4], p[5], Path.of(parts[6]));
    }

    /** Tries again, since a port that was free may be taken by somebody else a moment later. */
    private static String start() {
        IllegalStateException failure = null;
        for (int attempt = 1; attempt <= 3; attempt++) {
            try {
                return startProcess();
            } catch (IllegalStateException e) {
                failure = e;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw failure;
    }

    private static String startProcess() throws IOException {
        Path directory = Files.createTempDirectory("candor-test-platform");
        Path log = logFile(directory);
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        PlatformProcess.class.getName(),
                        directory.toString(),
                        Long.toString(ProcessHandle.current().pid())))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return awaitPorts(process, PlatformProcess.portsFile(directory), log);
    }

    private static String awaitPorts(Process process, Path portsFile, Path log) throws IOException {
        long end = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!Files.exists(portsFile)) {
            if (waited(process) || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("PostgreSQL and Kafka did not start; see " + log.toAbsolutePath());
            }
        }
        Properties ports = new Properties();
        try (InputStream in = Files.newInputStream(portsFile)) {
            ports.load(in);
        }
        return ports.getProperty("ports");
    }

    /** True when the process ended in the meantime. */
    private static boolean waited(Process process) {
        try {
            return process.waitFor(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Path logFile(Path directory) {
        Path target = Path.of("target");
        return (Files.isDirectory(target) ? target : directory)
                .resolve("test-platform-" + ProcessHandle.current().pid() + ".log");
    }
}
