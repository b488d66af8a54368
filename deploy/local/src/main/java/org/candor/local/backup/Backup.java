package org.candor.local.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.candor.local.Layout;
import org.candor.local.postgres.BaseCopy;
import org.candor.local.postgres.Superuser;

/**
 * The command {@code backup}: copies what a running stack keeps into a new folder, and its keys into another. From then on the
 * database's log is archived in that folder, so that a restore brings back what was acknowledged after the copy too.
 */
public final class Backup {

    private final Layout layout;
    private final BackupFolder folder;
    private final Path keys;
    private final PrintStream out;

    /** @param keys where the keys go; beside the folder when empty */
    public Backup(Layout layout, Path folder, Optional<Path> keys, PrintStream out) {
        this.layout = layout;
        this.folder = new BackupFolder(folder);
        this.keys = keys.map(Path::toAbsolutePath).map(Path::normalize).orElse(this.folder.keysBeside());
        this.out = out;
    }

    public void take() throws Exception {
        Superuser superuser = BaseCopy.running(layout);
        if (keys.startsWith(folder.root()) || folder.root().startsWith(keys)) {
            throw new IllegalArgumentException(
                    "The keys go apart from the back-up: neither folder may hold the other.");
        }
        About about = About.now();
        create(folder.root());
        create(keys);
        Parts parts = new Parts(out);
        parts.step("databases", () -> BaseCopy.take(superuser, layout, folder.wal(), folder.base()));
        parts.step("identity provider", () -> Copies.whenQuiet(layout.data("keycloak"), folder.identity()));
        parts.step("letters", () -> Copies.missing(layout.postal(), folder.postal()));
        parts.step("checkpoints", () -> Copies.whenQuiet(layout.checkpoints(), folder.checkpoints()));
        parts.step("keys", () -> Copies.whenQuiet(layout.keys(), keys.resolve("keys")));
        about.write(folder.about());
        parts.step("hashes", () -> {
            Manifest.write(keys, keys.resolve("SHA256SUMS"), keys.resolve("none"));
            Manifest.write(folder.root(), folder.manifest(), folder.wal().folder());
        });
        out.printf("""

            The back-up is in   %s
            its keys are in     %s
            Keep the two apart: who has both can read everything, who has lost the keys can read nothing.
            The database's log is archived in the first folder from now on, until the next back-up.
            Destroy both by %s: data keys that a disposal destroys live on in them.
            """, folder.root(), keys, about.destroyBy());
    }

    private static void create(Path folder) throws IOException {
        if (Files.exists(folder) && !isEmpty(folder)) {
            throw new IllegalArgumentException(folder + " is not empty; each back-up goes into a new folder.");
        }
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }
}
