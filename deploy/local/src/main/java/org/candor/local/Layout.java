package org.candor.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Everything the stack keeps, below one folder ({@code .candor} unless told otherwise). */
public record Layout(Path root) {

    public Layout {
        root = root.toAbsolutePath().normalize();
    }

    public Path data(String component) {
        return root.resolve("data").resolve(component);
    }

    /** One file per mail that was accepted. */
    public Path mail() {
        return root.resolve("mail");
    }

    /** The batches for the post, as notification-service hands them out. */
    public Path postal() {
        return root.resolve("postal");
    }

    /** Copies of the trail's checkpoints, outside of its database. */
    public Path checkpoints() {
        return root.resolve("checkpoints");
    }

    /** What the services keep for a moment, such as an upload before it is sealed. */
    public Path temporary() {
        return root.resolve("tmp");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String component) {
        return logs().resolve(component + ".log");
    }

    /** Passwords and keys; readable by its owner only. */
    public Path keys() {
        return root.resolve("keys");
    }

    /** Names the folder into which the database's log is copied as it is written; absent until the first back-up. */
    public Path archive() {
        return root.resolve("archive");
    }

    /** Stands there while a restore is under way. */
    public Path restoring() {
        return root.resolve("restoring");
    }

    /** What runs now: the launcher's lock and a record of each child process. */
    public Path run() {
        return root.resolve("run");
    }

    /** The start-up caches of the services. */
    public Path caches() {
        return root.resolve("cache");
    }

    /** Makes the folders that are missing; the root and the keys are closed to other users of the machine. */
    public void create() throws IOException {
        Files.createDirectories(root);
        for (Path folder :
                List.of(root.resolve("data"), temporary(), mail(), postal(), logs(), keys(), run(), caches())) {
            Files.createDirectories(folder);
        }
        for (Path folder : List.of(root, keys())) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
