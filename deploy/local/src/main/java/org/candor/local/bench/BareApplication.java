package org.candor.local.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.candor.local.Checkout;
import org.candor.local.Http;
import org.candor.local.Ports;
import org.candor.local.ServiceName;
import org.candor.local.process.Java;
import org.candor.local.run.Await;
import org.candor.local.service.Jvm;

/**
 * A Quarkus application of one resource, beside which a service is measured. It is built with the platform's own Maven and
 * versions, packaged as Quarkus does by default, and run with the flags of the services.
 */
final class BareApplication {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final String name;
    private final Path folder;

    private BareApplication(String name, Path folder) {
        this.name = name;
        this.folder = folder;
    }

    /** Running, and at the moment of its first answer. */
    record Running(Process process, URI address, double secondsToAnswer) implements AutoCloseable {

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }

    /** Writes and builds the application of that name and resource in a folder of its own. */
    static BareApplication build(Checkout checkout, Path parent, String name, String resource) throws Exception {
        BareApplication bare = new BareApplication(name, parent.resolve(name));
        bare.copy("pom.xml", "pom.xml");
        bare.copy(resource, "src/main/java/" + name + "/" + resource);
        Process maven = new ProcessBuilder(
                        checkout.root().resolve("mvnw").toString(), "-q", "-B", "-f", bare.folder.toString(), "package")
                .directory(checkout.root().toFile())
                .inheritIO()
                .start();
        if (maven.waitFor() != 0) {
            throw new IOException("the bare application " + name + " could not be built");
        }
        return bare;
    }

    Path file(String child) {
        return folder.resolve(child);
    }

    /** Starts it and returns when {@code GET /<name>} is answered. */
    Running start(List<String> flags) throws Exception {
        int port = Ports.free().of(ServiceName.INTAKE);
        List<String> command = new ArrayList<>(List.of(Java.executable()));
        command.addAll(Jvm.LASTING.flags());
        command.addAll(flags);
        command.addAll(List.of(
                "-Dquarkus.http.port=" + port,
                "-jar",
                file("target/quarkus-app/quarkus-run.jar").toString()));
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(file(name + ".log").toFile())
                .start();
        URI address = URI.create("http://127.0.0.1:" + port + "/" + name);
        while (!Http.answers(address)) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                process.destroy();
                throw new IOException("the bare application " + name + " does not start");
            }
            Thread.sleep(Await.PAUSE);
        }
        return new Running(process, address, (System.nanoTime() - begin) / 1e9);
    }

    private void copy(String resource, String target) throws IOException {
        Path file = file(target);
        Files.createDirectories(file.getParent());
        try (InputStream source = BareApplication.class.getResourceAsStream("/bench/" + name + "/" + resource)) {
            Files.copy(source, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
