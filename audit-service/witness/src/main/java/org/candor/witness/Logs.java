package org.candor.witness;

import java.util.List;
import org.candor.verify.CheckpointNote;
import org.candor.verify.TrailKey;

/**
 * The logs that are watched: those of one trail, {@code <name>/<year>} and {@code <name>/logs}.
 *
 * @param keys public keys by which the trail signs; several while it changes its key
 */
record Logs(String name, List<TrailKey> keys) {

    Logs {
        keys = List.copyOf(keys);
    }

    boolean knows(String origin) {
        return origin.startsWith(name + "/")
                && origin.substring(name.length() + 1).matches("[0-9]{4}|logs");
    }

    boolean signed(CheckpointNote note) {
        return keys.stream().anyMatch(key -> note.own().isOf(note.text(), key));
    }
}
