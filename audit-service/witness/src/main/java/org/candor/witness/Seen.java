package org.candor.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.candor.verify.CheckpointNote;
import org.candor.verify.MerklePath;
import org.candor.verify.Unreadable;

/** The last checkpoint of each log that was cosigned, a file each. Not to be called by two threads at a time. */
final class Seen {

    private final Path folder;

    Seen(Path folder) {
        this.folder = folder;
    }

    /** Throws when the file can't be read: a witness that has forgotten must not sign. */
    Optional<CheckpointNote> last(String origin) throws IOException {
        Path file = file(origin);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(CheckpointNote.read(Files.readString(file)));
        } catch (Unreadable e) {
            throw new IOException("What was seen last of " + origin + " can't be read", e);
        }
    }

    /** On the disk when it returns. */
    void remember(String origin, String note) throws IOException {
        Durable.write(file(origin), note);
    }

    private Path file(String origin) {
        byte[] hash = MerklePath.sha256(origin.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(HexFormat.of().formatHex(hash) + ".checkpoint");
    }
}
