package org.candor.intake.files;

import java.nio.file.Path;
import org.candor.intake.files.decision.FileType;

/**
 * A file that was checked and cleaned.
 *
 * @param content what is kept; removed when it is
 * @param metadataRemoved false where it is kept as it was sent
 */
record Prepared(FileType type, Path content, long size, byte[] sha256, boolean metadataRemoved) {

    int chunks() {
        return (int) ((size + FileLimits.CHUNK - 1) / FileLimits.CHUNK);
    }
}
