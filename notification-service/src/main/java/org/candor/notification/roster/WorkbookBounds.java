package org.candor.notification.roster;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Unpacks a workbook once and throws everything away, before anybody reads it for good: what is small when packed may be
 * beyond any memory. The same library finds the parts as for the reader, so that both see the same ones.
 */
final class WorkbookBounds {

    private static final int MOST_PARTS = 1_000;

    /** A roster of a million people, packed into 16 MB. */
    private static final long LARGEST_SHEETS = 400L * 1024 * 1024;

    /** Shared texts and styles are held in memory whole. */
    private static final long LARGEST_OTHERS = 64L * 1024 * 1024;

    /** Between two marks of XML stands a cell's text at most, which the reader holds whole; Excel allows 32,767 characters. */
    private static final int LONGEST_TEXT = 256 * 1024;

    private static final String SHEETS = "xl/worksheets/";
    private static final int BUFFER = 64 * 1024;

    private long sheets;
    private long others;
    private int textLength;

    private WorkbookBounds() {}

    /** Throws {@link UnreadableRoster} for what would grow beyond them. */
    static void check(byte[] file) throws IOException {
        try (ZipFile parts = ZipFile.builder().setByteArray(file).get()) {
            WorkbookBounds bounds = new WorkbookBounds();
            int count = 0;
            for (ZipArchiveEntry part : Collections.list(parts.getEntries())) {
                if (++count > MOST_PARTS) {
                    throw tooLarge();
                }
                try (InputStream content = parts.getInputStream(part)) {
                    bounds.count(content, part.getName().startsWith(SHEETS));
                }
            }
        }
    }

    private void count(InputStream content, boolean sheet) throws IOException {
        byte[] buffer = new byte[BUFFER];
        textLength = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            sheets += sheet ? read : 0;
            others += sheet ? 0 : read;
            measureTexts(buffer, read);
            if (sheets > LARGEST_SHEETS || others > LARGEST_OTHERS) {
                throw tooLarge();
            }
        }
    }

    private void measureTexts(byte[] buffer, int read) {
        for (int i = 0; i < read; i++) {
            textLength = buffer[i] == '<' ? 0 : textLength + 1;
            if (textLength > LONGEST_TEXT) {
                throw tooLarge();
            }
        }
    }

    private static UnreadableRoster tooLarge() {
        return new UnreadableRoster(UnreadableRoster.Cause.WORKBOOK_TOO_LARGE, "400 MB unpacked");
    }
}
