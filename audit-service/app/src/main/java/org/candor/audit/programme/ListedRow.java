package org.candor.audit.programme;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.candor.kit.csv.CsvList;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;

/** A row of a list, cell by cell; a cell that can't be read refuses the row with a {@link Problem} that names its column. */
public record ListedRow(CsvList.Row row) {

    /** The cell; null as a form leaves a field out. */
    public String text(String column) {
        return row.cell(column).orElse(null);
    }

    public LocalDate day(String column) {
        try {
            return row.cell(column).map(LocalDate::parse).orElse(null);
        } catch (DateTimeException unreadable) {
            throw unreadable(column, "an ISO day such as 2027-02-28");
        }
    }

    public <E extends Enum<E>> E code(String column, Class<E> of) {
        return row.cell(column).map(cell -> code(column, cell, of)).orElse(null);
    }

    /** Several codes with blanks between. */
    public <E extends Enum<E>> Set<E> codes(String column, Class<E> of) {
        return row.cell(column)
                .map(cell -> Arrays.stream(cell.split(" +"))
                        .map(code -> code(column, code, of))
                        .collect(Collectors.toSet()))
                .orElse(null);
    }

    private static <E extends Enum<E>> E code(String column, String cell, Class<E> of) {
        return Arrays.stream(of.getEnumConstants())
                .filter(code -> code.name().equals(cell))
                .findFirst()
                .orElseThrow(() -> unreadable(column, "of " + Arrays.toString(of.getEnumConstants())));
    }

    private static Problem unreadable(String column, String expected) {
        return new Problem(CommonProblem.INVALID_FIELD).field(column, expected);
    }
}
