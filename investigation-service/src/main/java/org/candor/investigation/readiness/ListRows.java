package org.candor.investigation.readiness;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candor.kit.csv.CsvList;
import org.candor.kit.errors.Problem;

/** The rows of a list that was sent as CSV in UTF-8 with a header, with or without its mark. */
final class ListRows {

    private static final int MOST = 5000;
    private static final int LONGEST_CELL = 200;

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

    /** One row, which says what is wrong with it by the column. */
    record Row(CsvList.Row cells, String lastColumn) {

        long line() {
            return cells.line();
        }

        /** Refuses more cells than the header has: a comma without quotes would move what stands behind it. */
        Row whole() {
            if (cells.overfull()) {
                throw new Fault("TOO_MANY_CELLS", lastColumn);
            }
            return this;
        }

        /** Refuses an empty cell. */
        String text(String column) {
            return optional(column).orElseThrow(() -> new Fault("MISSING", column));
        }

        Optional<String> optional(String column) {
            Optional<String> cell = cells.cell(column);
            if (cell.filter(Row::isUnreadable).isPresent()) {
                throw new Fault("UNREADABLE", column);
            }
            return cell;
        }

        LocalDate day(String column) {
            return day(column, text(column));
        }

        Optional<LocalDate> optionalDay(String column) {
            return optional(column).map(text -> day(column, text));
        }

        private static boolean isUnreadable(String cell) {
            return cell.length() > LONGEST_CELL || cell.codePoints().anyMatch(Character::isISOControl);
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
        CsvList list =
                CsvList.read(file, MOST, ReadinessProblem.UNREADABLE_LIST).with(Set.copyOf(columns));
        if (list.rows().isEmpty()) {
            throw new Problem(ReadinessProblem.UNREADABLE_LIST).field("line 1", "no row follows the header");
        }
        String last = list.header().getLast();
        return list.rows().stream().map(cells -> new Row(cells, last)).toList();
    }
}
