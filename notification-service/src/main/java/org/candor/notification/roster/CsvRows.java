package org.candor.notification.roster;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;

/** Rows of a CSV file in the delimiter and encoding that were said, or in UTF-8 or UTF-16 with its mark. */
final class CsvRows implements RosterRows {

    private static final int LONGEST_LINE = 64 * 1024;

    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> lines;

    CsvRows(InputStream file, RosterFormat format) {
        try {
            this.csv = reader(decoded(file, format.charset()), format.delimiter());
        } catch (IOException broken) {
            throw unreadable(broken);
        }
        this.lines = csv.iterator();
    }

    @Override
    public Optional<Row> next() {
        try {
            return lines.hasNext() ? Optional.of(new Row(lines.next().getFields(), false)) : Optional.empty();
        } catch (CsvParseException | UncheckedIOException broken) {
            throw unreadable(broken);
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private static CsvReader<CsvRecord> reader(Reader text, char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_LINE)
                .ofCsvRecord(text);
    }

    private static Reader decoded(InputStream file, Charset said) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(file, 3);
        byte[] mark = bytes.readNBytes(3);
        Charset charset = said;
        int skip = 0;
        if (mark.length == 3 && mark[0] == (byte) 0xef && mark[1] == (byte) 0xbb && mark[2] == (byte) 0xbf) {
            charset = StandardCharsets.UTF_8;
            skip = 3;
        } else if (mark.length >= 2 && mark[0] == (byte) 0xfe && mark[1] == (byte) 0xff) {
            charset = StandardCharsets.UTF_16BE;
            skip = 2;
        } else if (mark.length >= 2 && mark[0] == (byte) 0xff && mark[1] == (byte) 0xfe) {
            charset = StandardCharsets.UTF_16LE;
            skip = 2;
        }
        bytes.unread(mark, skip, mark.length - skip);
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static UnreadableRoster unreadable(Exception broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return new UnreadableRoster(UnreadableRoster.Cause.WRONG_ENCODING, "");
            }
        }
        String message = String.valueOf(broken.getMessage()) + broken.getCause();
        return new UnreadableRoster(
                message.contains("buffer") || message.contains("maximum")
                        ? UnreadableRoster.Cause.CELL_TOO_LONG
                        : UnreadableRoster.Cause.BROKEN_QUOTES,
                "");
    }
}
