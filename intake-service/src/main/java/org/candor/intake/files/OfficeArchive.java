package org.candor.intake.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Looks into the directory of an office document, without unpacking anything: whether it is one at all, and whether it would
 * grow beyond measure for whoever opens it.
 */
final class OfficeArchive {

    private static final int MOST_ENTRIES = 10_000;
    private static final long LARGEST_UNPACKED = 512L * 1024 * 1024;

    /** Text in XML shrinks to a tenth; a bomb to a thousandth. */
    private static final long LARGEST_RATIO = 200;

    private OfficeArchive() {}

    static boolean isSound(Path file, long size) {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            return archive.getEntry("[Content_Types].xml") != null
                    && archive.size() <= MOST_ENTRIES
                    && unpacked(archive) <= Math.min(LARGEST_UNPACKED, size * LARGEST_RATIO);
        } catch (IOException | IllegalArgumentException notAnArchive) {
            return false;
        }
    }

    private static long unpacked(ZipFile archive) {
        return archive.stream().mapToLong(ZipEntry::getSize).reduce(0, OfficeArchive::sum);
    }

    /** What has no size is as large as can be. */
    private static long sum(long before, long size) {
        return size < 0 || before > Long.MAX_VALUE - size ? Long.MAX_VALUE : before + size;
    }
}
