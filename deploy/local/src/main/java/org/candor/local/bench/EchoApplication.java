package org.candor.local.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.candor.local.Checkout;
import org.candor.local.Ports;
import org.candor.local.ServiceName;
import org.candor.local.process.Java;
import org.candor.local.service.Jvm;

/** A bare Quarkus endpoint that parses JSON and answers given bytes, built with the platform's own Maven and versions. */
final class EchoApplication implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;
    private final URI address;

    private EchoApplication(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Builds it in that folder, starts it, and returns when it answers. */
    static EchoApplication start(Checkout checkout, Path folder, byte[] answer) throws Exception {
        copy("pom.xml", folder.resolve("pom.xml"));
        copy("EchoResource.java", folder.resolve("src/main/java/echo/EchoResource.java"));
        build(checkout, folder);
        Path bytes = Files.write(folder.resolve("answer.json"), answer);
        int port = Ports.free().of(ServiceName.INTAKE);
        List<String> command = new ArrayList<>(List.of(Java.executable()));
        command.addAll(Jvm.LASTING.flags());
        command.add("-Decho.answer=" + bytes);
        command.add("-Dquarkus.http.port=" + port);
        command.addAll(List.of(
                "-jar", folder.resolve("target/quarkus-app/quarkus-run.jar").toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("echo.log").toFile())
                .start();
        EchoApplication echo = new EchoApplication(process, URI.create("http://127.0.0.1:" + port + "/echo"));
        echo.awaitStart();
        return echo;
    }

    URI address() {
        return address;
    }

    private static void build(Checkout checkout, Path folder) throws Exception {
        Process maven = new ProcessBuilder(
                        checkout.root().resolve("mvnw").toString(), "-q", "-B", "-f", folder.toString(), "package")
                .directory(checkout.root().toFile())
                .inheritIO()
                .start();
        if (maven.waitFor() != 0) {
            throw new IOException("the bare endpoint could not be built");
        }
    }

    private void awaitStart() throws Exception {
        long begin = System.nanoTime();
        while (!listens()) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                close();
                throw new IOException("the bare endpoint does not start");
            }
            Thread.sleep(50);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket("127.0.0.1", address.getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static void copy(String resource, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream source = EchoApplication.class.getResourceAsStream("/bench/echo/" + resource)) {
            Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
