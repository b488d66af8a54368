package org.candor.local.process;

import java.nio.file.Path;

/** The Java that runs the launcher, and therefore also its children. */
public final class Java {

    private Java() {}

    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public static int version() {
        return Runtime.version().feature();
    }
}
