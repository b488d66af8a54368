package org.candor.test.impure.decision;

import java.nio.file.Files;
import java.nio.file.Path;

/** Must be rejected: the answer depends on a file. */
public final class ReadsAFile {

    public boolean there(Path path) {
        return Files.exists(path);
    }
}
