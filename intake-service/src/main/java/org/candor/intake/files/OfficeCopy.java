package org.candor.intake.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Copies an office document with empty properties (ECMA-376 part 2, 8.3, and part 1, 15.2.12): author, company, times and
 * program are gone. All other parts are copied as they are packed, so nothing grows here; comments and tracked changes are
 * part of the text and stay.
 */
final class OfficeCopy {

    private static final String CORE =
            "<coreProperties xmlns=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>";
    private static final String APP =
            "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>";
    private static final String CUSTOM =
            "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>";

    private static final Map<String, String> EMPTY =
            Map.of("docprops/core.xml", CORE, "docprops/app.xml", APP, "docprops/custom.xml", CUSTOM);

    /** Times of a ZIP begin here; an entry says no other. */
    private static final long NO_TIME = 315_532_800_000L;

    private OfficeCopy() {}

    static void copy(Path sent, Path clean) throws IOException {
        try (ZipFile in = ZipFile.builder().setPath(sent).get();
                ZipArchiveOutputStream out = new ZipArchiveOutputStream(clean)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
                Optional<String> empty = emptyOf(entry.getName());
                if (empty.isPresent()) {
                    put(entry.getName(), empty.get().getBytes(UTF_8), out);
                } else {
                    copy(entry, in, out);
                }
            }
        }
    }

    private static Optional<String> emptyOf(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".psmdcp") ? Optional.of(CORE) : Optional.ofNullable(EMPTY.get(lower));
    }

    private static void copy(ZipArchiveEntry entry, ZipFile in, ZipArchiveOutputStream out) throws IOException {
        ZipArchiveEntry plain = entry(entry.getName(), entry.getMethod(), entry.getSize(), entry.getCrc());
        plain.setCompressedSize(entry.getCompressedSize());
        try (InputStream packed = in.getRawInputStream(entry)) {
            if (packed == null) {
                throw new Damaged("part without content");
            }
            out.addRawArchiveEntry(plain, packed);
        }
    }

    private static void put(String name, byte[] content, ZipArchiveOutputStream out) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipArchiveEntry plain = entry(name, ZipEntry.STORED, content.length, crc.getValue());
        plain.setCompressedSize(content.length);
        out.addRawArchiveEntry(plain, new ByteArrayInputStream(content));
    }

    /** Without comment, owner and time. */
    private static ZipArchiveEntry entry(String name, int method, long size, long crc) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setMethod(method);
        entry.setSize(size);
        entry.setCrc(crc);
        entry.setTime(NO_TIME);
        return entry;
    }
}
