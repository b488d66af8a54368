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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads a roster line by line, so that its size does not matter to memory. Comma-separated, UTF-8 (or UTF-16 with its mark),
 * the first line names the columns. Nothing is guessed: another delimiter or encoding refuses the file, since a wrong guess
 * would put letters into wrong hands.
 */
final class RosterReader {

    private static final int LONGEST_LINE = 64 * 1024;

    private final RosterLine line;

    RosterReader(RosterLine line) {
        this.line = line;
    }

    /**
     * Gives each line's result to {@code results}, in the order of the file.
     *
     * @throws UnreadableRoster when the file as a whole can't be read; results given before that are to be thrown away
     */
    void read(InputStream file, Consumer<RowResult> results) {
        try (Reader text = decoded(file);
                CsvReader<CsvRecord> csv = reader(text)) {
            Iterator<CsvRecord> lines = csv.iterator();
            if (!lines.hasNext()) {
                throw new UnreadableRoster(UnreadableRoster.Cause.EMPTY, "");
            }
            List<RosterColumn> header = header(lines.next().getFields());
            Set<String> seen = new HashSet<>();
            while (lines.hasNext()) {
                results.accept(once(line(header, lines.next()), seen));
            }
        } catch (CsvParseException broken) {
            throw unreadable(broken);
        } catch (UncheckedIOException | IOException broken) {
            throw unreadable(broken);
        }
    }

    private static CsvReader<CsvRecord> reader(Reader text) {
        return CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_LINE)
                .ofCsvRecord(text);
    }

    private RowResult line(List<RosterColumn> header, CsvRecord record) {
        long number = record.getStartingLineNumber();
        if (record.getFieldCount() < header.size()) {
            return RowResult.refused(number, RowFlag.CELLS_MISSING, "");
        }
        if (record.getFieldCount() > header.size()) {
            return RowResult.refused(number, RowFlag.CELLS_TOO_MANY, "");
        }
        Map<RosterColumn, String> cells = new EnumMap<>(RosterColumn.class);
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), record.getField(i).strip());
        }
        return line.read(number, cells);
    }

    private static RowResult once(RowResult result, Set<String> seen) {
        return result.row().isEmpty() || seen.add(result.row().get().externalId())
                ? result
                : RowResult.refused(result.number(), RowFlag.EXTERNAL_ID_TWICE, RosterColumn.EXTERNAL_ID.header);
    }

    private static List<RosterColumn> header(List<String> names) {
        List<RosterColumn> header = new ArrayList<>();
        for (String name : names) {
            RosterColumn column = RosterColumn.named(name)
                    .orElseThrow(() -> names.size() == 1
                            ? delimiter(name)
                            : new UnreadableRoster(
                                    UnreadableRoster.Cause.COLUMN_UNKNOWN, "column " + (header.size() + 1)));
            if (header.contains(column)) {
                throw new UnreadableRoster(UnreadableRoster.Cause.COLUMN_TWICE, column.header);
            }
            header.add(column);
        }
        Set<RosterColumn> missing = EnumSet.allOf(RosterColumn.class);
        missing.removeIf(column -> !column.required || header.contains(column));
        if (!missing.isEmpty()) {
            throw new UnreadableRoster(
                    UnreadableRoster.Cause.COLUMNS_MISSING,
                    missing.stream().map(column -> column.header).collect(Collectors.joining(", ")));
        }
        return header;
    }

    /** One cell only: the file is delimited by something else, or it is no roster at all. */
    private static UnreadableRoster delimiter(String header) {
        for (String other : List.of(";", "\t", "|")) {
            if (Arrays.stream(header.split(java.util.regex.Pattern.quote(other)))
                    .anyMatch(name -> RosterColumn.named(name).isPresent())) {
                return new UnreadableRoster(UnreadableRoster.Cause.WRONG_DELIMITER, other.equals("\t") ? "tab" : other);
            }
        }
        return new UnreadableRoster(UnreadableRoster.Cause.COLUMN_UNKNOWN, "column 1");
    }

    private static Reader decoded(InputStream file) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(file, 3);
        byte[] mark = bytes.readNBytes(3);
        Charset charset = StandardCharsets.UTF_8;
        int skip = 0;
        if (mark.length == 3 && mark[0] == (byte) 0xef && mark[1] == (byte) 0xbb && mark[2] == (byte) 0xbf) {
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
                return new UnreadableRoster(UnreadableRoster.Cause.NOT_UTF8, "");
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
