package org.candor.investigation.readiness;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candor.kit.errors.Problem;

/** The rows of a list that was sent as CSV in UTF-8 with a header, with or without its mark. */
final class ListRows {

    private static final int MOST = 5000;
    private static final int LONGEST_CELL = 200;
    private static final int NOT_DECODED = 0xFFFD;

    private ListRows() {}

    /** What is wrong with one row, by the name of its column. */
    static final class Fault extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String code;
        private final String column;

        Fault(String code, String column) {
            super(code, null, false, false);
            this.code = code;
            this.column = column;
        }

        String code() {
            return code;
        }

        String column() {
            return column;
        }
    }

    /** @param line in the file, counted from 1 for the header */
    record Row(long line, NamedCsvRecord cells) {

        /** Refuses more cells than the header has: a comma without quotes would move what stands behind it. */
        Row whole() {
            if (cells.getFieldCount() > cells.getHeader().size()) {
                throw new Fault("TOO_MANY_CELLS", cells.getHeader().getLast());
            }
            return this;
        }

        /** Refuses an empty cell. */
        String text(String column) {
            return optional(column).orElseThrow(() -> new Fault("MISSING", column));
        }

        Optional<String> optional(String column) {
            String cell = cells.findField(column).orElse("").strip();
            if (cell.length() > LONGEST_CELL || cell.codePoints().anyMatch(Row::isUnreadable)) {
                throw new Fault("UNREADABLE", column);
            }
            return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
        }

        LocalDate day(String column) {
            return day(column, text(column));
        }

        Optional<LocalDate> optionalDay(String column) {
            return optional(column).map(text -> day(column, text));
        }

        /** What another encoding than UTF-8 leaves behind is no letter of anybody. */
        private static boolean isUnreadable(int codePoint) {
            return Character.isISOControl(codePoint) || codePoint == NOT_DECODED;
        }

        private static LocalDate day(String column, String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException unreadable) {
                throw new Fault("NO_ISO_DAY", column);
            }
        }
    }

    /** Refuses what is no such list; what is wrong with a single row is found when it is read. */
    static List<Row> of(byte[] file, List<String> columns) {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .skipEmptyLines(true)
                .detectBomHeader(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(new ByteArrayInputStream(file))) {
            for (NamedCsvRecord cells : csv) {
                if (rows.size() == MOST || !cells.getHeader().containsAll(columns)) {
                    throw new Problem(ReadinessProblem.UNREADABLE_LIST);
                }
                rows.add(new Row(cells.getStartingLineNumber(), cells));
            }
        } catch (CsvParseException | IOException | UncheckedIOException unreadable) {
            throw new Problem(ReadinessProblem.UNREADABLE_LIST);
        }
        if (rows.isEmpty()) {
            throw new Problem(ReadinessProblem.UNREADABLE_LIST);
        }
        return List.copyOf(rows);
    }
}
