package org.candor.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The process in which PostgreSQL and Kafka of a test run live; it ends when the JVM that started it ends. */
final class PlatformProcess {

    private PlatformProcess() {}

    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[0]);
        FaultyLink kafkaLink = FaultyLink.open();
        Path certificates = Certificates.makeIn(directory);
        CompletableFuture<EmbeddedPostgres> postgres = CompletableFuture.supplyAsync(() -> postgres(certificates));
        endWith(Long.parseLong(args[1]), directory, postgres);
        KafkaServer.Listeners kafka = KafkaServer.start(directory.resolve("kafka"), certificates, kafkaLink);
        int postgresDirect = postgres.join().getPort();
        FaultyLink postgresLink = FaultyLink.open();
        postgresLink.leadTo(postgresDirect);
        try (ServerSocket control = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            publish(
                    directory,
                    control.getLocalPort() + "," + postgresLink.port() + "," + postgresDirect + "," + kafkaLink.port()
                            + "," + kafka.direct() + "," + kafka.secured() + "," + certificates);
            obey(control, Map.of("postgres", postgresLink, "kafka", kafkaLink));
        }
    }

    static Path portsFile(Path directory) {
        return directory.resolve("ports.properties");
    }

    /** Halts, because an orderly end of Kafka takes seconds and nobody reads its data again. */
    private static void endWith(long parent, Path directory, CompletableFuture<EmbeddedPostgres> postgres) {
        CompletableFuture<?> end = ProcessHandle.of(parent)
                .<CompletableFuture<?>>map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
        end.thenRunAsync(() -> {
            try {
                postgres.join().close();
                deleteAll(directory);
            } catch (IOException e) {
                System.err.println("PostgreSQL did not end: " + e.getMessage());
            }
            Runtime.getRuntime().halt(0);
        });
    }

    /** Whoever asks for TLS gets it; the others go on without. */
    private static EmbeddedPostgres postgres(Path certificates) {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("ssl", "on")
                    .setServerConfig(
                            "ssl_cert_file", certificates.resolve("server.pem").toString())
                    .setServerConfig(
                            "ssl_key_file", certificates.resolve("server.key").toString())
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all: the parent reads the file as soon as it is there. */
    private static void publish(Path directory, String ports) throws IOException {
        Path written = Files.writeString(directory.resolve("ports.new"), "ports=" + ports);
        Files.move(written, portsFile(directory), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void obey(ServerSocket control, Map<String, FaultyLink> links) throws IOException {
        while (true) {
            try (Socket socket = control.accept();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
                String[] command = in.readLine().split(" ");
                links.get(command[0]).become(FaultyLink.State.valueOf(command[1]));
                socket.getOutputStream().write("done\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private static void deleteAll(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.err.println("Left behind: " + directory);
        }
    }
}
