package org.candor.local.service;

import java.util.List;
import java.util.stream.Stream;

/** How a service's JVM is started. */
public enum Jvm {
    /** For minutes, on few processors: the optimising compiler would take more time than it gives back. */
    QUICK("-XX:TieredStopAtLevel=1"),

    /** For weeks, as in production. */
    LASTING;

    /** Small: five of them and the servers they need fit into 3 GiB. */
    private static final List<String> COMMON = List.of(
            // Without the first, the JVM of a large machine takes all of the second at once.
            "-Xms24m",
            "-Xmx160m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    private final List<String> own;

    Jvm(String... own) {
        this.own = List.of(own);
    }

    public List<String> flags() {
        return Stream.concat(COMMON.stream(), own.stream()).toList();
    }
}
