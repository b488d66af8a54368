package org.candor.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that the tests run in. */
public final class Repository {

    private Repository() {}

    public static Path root() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("deploy/keycloak/candor-realm.json"))) {
                return folder;
            }
        }
        throw new IllegalStateException("No checkout at or above " + start);
    }

    /** A file or folder, by its path from the top. */
    public static Path path(String path) {
        return root().resolve(path);
    }

    public static String text(String path) {
        try {
            return Files.readString(path(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
