package org.candor.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A component's log: one file per run, and the one of the run before beside it. */
public final class LogFile {

    private LogFile() {}

    /** Moves the log of the last run aside, in place of the one before. */
    public static void keepPrevious(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
