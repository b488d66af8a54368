package org.candor.intake.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdfparser.PDFParser;

/**
 * Reads a PDF of a stranger into bounded memory. A parser makes objects of what it reads, of a few bytes each, and unpacks
 * streams that hold objects; so the marks between objects are counted beforehand, in the file and in each stream that is to be
 * unpacked, and a file with too many is not read.
 */
final class BoundedPdf extends PDFParser {

    /** Space and brackets; an object takes some fifty bytes of memory. Packed text and pictures have one in twenty bytes. */
    private static final long MOST_MARKS = 2_000_000;

    private static final long MOST_UNPACKED = 16L * 1024 * 1024;
    private static final int WIDEST_ROW = 64 * 1024;
    private static final String MARKS = " \t\r\n\f\0[]<>(){}/%";

    private long marks;
    private long unpacked;
    private boolean refused;

    private BoundedPdf(RandomAccessRead source) throws IOException {
        super(source);
        document = new Bounded(document);
    }

    static BoundedPdf of(RandomAccessRead source, Path file) throws IOException {
        BoundedPdf pdf = new BoundedPdf(source);
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            pdf.count(bytes, Long.MAX_VALUE);
        }
        return pdf;
    }

    /** False once something was not unpacked; the parser then goes on without it. */
    boolean isWhole() {
        return !refused;
    }

    private Damaged refused(String why) {
        refused = true;
        return new Damaged(why);
    }

    /** Adds what it holds to what this file may hold at most. */
    private void count(InputStream in, long most) throws IOException {
        byte[] buffer = new byte[8192];
        long bytes = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes += read;
            for (int i = 0; i < read; i++) {
                marks += MARKS.indexOf(buffer[i]) < 0 ? 0 : 1;
            }
            if (marks > MOST_MARKS || bytes > most) {
                throw refused("more than can be read safely");
            }
        }
        unpacked += most == Long.MAX_VALUE ? 0 : bytes;
    }

    /** Makes streams that are counted before they are unpacked. */
    private final class Bounded extends COSDocument {

        Bounded(COSDocument made) {
            super(BoundedPdf.this);
            setVersion(made.getVersion());
        }

        @Override
        public COSStream createCOSStream(COSDictionary dictionary, long start, long length) throws IOException {
            COSStream stream = new CountedStream(createRandomAccessReadView(start, length));
            dictionary.forEach(stream::setItem);
            stream.setKey(dictionary.getKey());
            return stream;
        }
    }

    private final class CountedStream extends COSStream {

        CountedStream(RandomAccessReadView packed) throws IOException {
            super(null, packed);
        }

        @Override
        public RandomAccessRead createView() throws IOException {
            requireSmall();
            return super.createView();
        }

        @Override
        public COSInputStream createInputStream(DecodeOptions options) throws IOException {
            requireSmall();
            return super.createInputStream(options);
        }

        private void requireSmall() throws IOException {
            COSBase filters = getFilters();
            List<?> names =
                    filters instanceof COSArray array ? array.toList() : filters == null ? List.of() : List.of(filters);
            if (names.isEmpty()) {
                return;
            }
            if (!names.equals(List.of(COSName.FLATE_DECODE)) || !isNarrow(getItem(COSName.DECODE_PARMS))) {
                throw refused("packed in a way that is not read");
            }
            try (InputStream in = new InflaterInputStream(createRawInputStream())) {
                count(in, MOST_UNPACKED - unpacked);
            }
        }

        /** A row is held in memory as it says. */
        private static boolean isNarrow(COSBase parameters) {
            return parameters == null
                    || parameters instanceof COSDictionary direct
                            && direct.getInt(COSName.COLUMNS, 1) <= WIDEST_ROW
                            && direct.getInt(COSName.COLORS, 1) <= 4
                            && direct.getInt(COSName.BITS_PER_COMPONENT, 8) <= 16;
        }
    }
}
