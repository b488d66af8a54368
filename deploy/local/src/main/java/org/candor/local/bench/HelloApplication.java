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
import java.util.stream.Stream;
import org.candor.local.Checkout;
import org.candor.local.Http;
import org.candor.local.Ports;
import org.candor.local.ServiceName;
import org.candor.local.process.Java;
import org.candor.local.process.ResidentMemory;
import org.candor.local.service.Jvm;

/** The smallest Quarkus REST application, built with the platform's own Maven and versions. */
final class HelloApplication {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path folder;
    private final Path jar;
    private final Path cache;

    private HelloApplication(Path folder) {
        this.folder = folder;
        this.jar = folder.resolve("target/quarkus-app/quarkus-run.jar");
        this.cache = folder.resolve("hello.aot");
    }

    /** One start. */
    record Run(double seconds, double residentMegabytes) {}

    /** Writes and builds the application in that folder. */
    static HelloApplication build(Checkout checkout, Path folder) throws Exception {
        HelloApplication hello = new HelloApplication(folder);
        copy("pom.xml", folder.resolve("pom.xml"));
        copy("HelloResource.java", folder.resolve("src/main/java/hello/HelloResource.java"));
        Process maven = new ProcessBuilder(
                        checkout.root().resolve("mvnw").toString(), "-q", "-B", "-f", folder.toString(), "package")
                .directory(checkout.root().toFile())
                .inheritIO()
                .start();
        if (maven.waitFor() != 0) {
            throw new IOException("the bare application could not be built");
        }
        if (Java.version() >= 25) {
            hello.start(List.of("-XX:AOTCacheOutput=" + hello.cache));
        }
        return hello;
    }

    Run run() throws Exception {
        return start(Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of());
    }

    private Run start(List<String> flags) throws Exception {
        int port = Ports.free().of(ServiceName.INTAKE);
        List<String> command = new ArrayList<>(List.of(Java.executable()));
        command.addAll(Jvm.LASTING.flags());
        command.addAll(flags);
        command.addAll(List.of("-Dquarkus.http.port=" + port, "-jar", jar.toString()));
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("hello.log").toFile())
                .start();
        try {
            awaitAnswer(URI.create("http://127.0.0.1:" + port + "/hello"), process, begin);
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Run(seconds, ResidentMemory.of(Stream.of(process.toHandle())) / 1e6);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static void awaitAnswer(URI address, Process process, long begin) throws Exception {
        while (!Http.answers(address)) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IOException("the bare application does not start");
            }
            Thread.sleep(20);
        }
    }

    private static void copy(String resource, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream source = HelloApplication.class.getResourceAsStream("/bench/" + resource)) {
            Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
