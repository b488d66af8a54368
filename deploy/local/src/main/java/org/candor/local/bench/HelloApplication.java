package org.candor.local.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.candor.local.Checkout;
import org.candor.local.bench.BareApplication.Running;
import org.candor.local.process.Java;
import org.candor.local.process.ResidentMemory;

/** The smallest Quarkus REST application, with a start-up cache where the JDK has one. */
final class HelloApplication {

    private static final int FIRST_JDK_WITH_CACHE = 25;

    private final BareApplication bare;
    private final Path cache;

    private HelloApplication(BareApplication bare) {
        this.bare = bare;
        this.cache = bare.file("hello.aot");
    }

    /** One start. */
    record Run(double seconds, double residentMegabytes) {}

    static HelloApplication build(Checkout checkout, Path parent) throws Exception {
        HelloApplication hello =
                new HelloApplication(BareApplication.build(checkout, parent, "hello", "HelloResource.java"));
        if (Java.version() >= FIRST_JDK_WITH_CACHE) {
            hello.bare.start(List.of("-XX:AOTCacheOutput=" + hello.cache)).close();
        }
        return hello;
    }

    Run run() throws Exception {
        List<String> flags = Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
        try (Running running = bare.start(flags)) {
            double bytes = ResidentMemory.of(Stream.of(running.process().toHandle()));
            return new Run(running.secondsToAnswer(), bytes / 1e6);
        }
    }
}
