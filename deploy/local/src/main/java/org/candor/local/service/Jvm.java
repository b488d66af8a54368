package org.candor.local.service;

import java.util.List;

/** How a service's JVM is started. */
public final class Jvm {

    /** Small: five of them and the servers they need fit into 3 GiB. */
    public static final List<String> FLAGS = List.of(
            // Without the first, the JVM of a large machine takes all of the second at once.
            "-Xms24m",
            "-Xmx160m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    private Jvm() {}
}
