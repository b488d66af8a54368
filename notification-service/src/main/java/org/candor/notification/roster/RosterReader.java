package org.candor.notification.roster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Turns the rows of a roster into people, one by one. The first row names the columns. */
final class RosterReader {

    private final RosterLine line;
    private final RosterFormat format;

    RosterReader(RosterLine line, RosterFormat format) {
        this.line = line;
        this.format = format;
    }

    /**
     * Gives each row's result to {@code results}, in the order of the file; the header is row 1.
     *
     * @param skip so many rows after the header are passed over, since they are known already
     * @throws UnreadableRoster when the file as a whole can't be read
     */
    void read(RosterRows file, long skip, Consumer<RowResult> results) {
        try (RosterRows rows = file) {
            List<String> names = rows.next()
                    .orElseThrow(() -> new UnreadableRoster(UnreadableRoster.Cause.EMPTY, ""))
                    .cells();
            List<Optional<RosterColumn>> header = header(names);
            long number = 1;
            for (Optional<RosterRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                number++;
                if (number > skip + 1) {
                    results.accept(result(header, number, row.get()));
                }
            }
        } catch (IOException broken) {
            throw new UnreadableRoster(UnreadableRoster.Cause.BROKEN_WORKBOOK, "");
        }
    }

    private RowResult result(List<Optional<RosterColumn>> header, long number, RosterRows.Row row) {
        if (row.formula()) {
            return RowResult.refused(number, RowFlag.FORMULA_CELL, "");
        }
        if (row.cells().size() < header.size()) {
            return RowResult.refused(number, RowFlag.CELLS_MISSING, "");
        }
        if (row.cells().size() > header.size()) {
            return RowResult.refused(number, RowFlag.CELLS_TOO_MANY, "");
        }
        Map<RosterColumn, String> cells = new EnumMap<>(RosterColumn.class);
        for (int i = 0; i < header.size(); i++) {
            String cell = row.cells().get(i).strip();
            header.get(i).ifPresent(column -> cells.put(column, cell));
        }
        return line.read(number, cells);
    }

    private List<Optional<RosterColumn>> header(List<String> names) {
        List<Optional<RosterColumn>> header = new ArrayList<>();
        for (String name : names) {
            header.add(format.ignores(name) ? Optional.empty() : Optional.of(column(names, name, header)));
        }
        Set<RosterColumn> missing = EnumSet.allOf(RosterColumn.class);
        missing.removeIf(column -> !column.required || header.contains(Optional.of(column)));
        if (!missing.isEmpty()) {
            throw new UnreadableRoster(
                    UnreadableRoster.Cause.COLUMNS_MISSING,
                    missing.stream().map(column -> column.header).collect(Collectors.joining(", ")));
        }
        return header;
    }

    private RosterColumn column(List<String> names, String name, List<Optional<RosterColumn>> before) {
        RosterColumn column = format.column(name)
                .orElseThrow(() -> names.size() == 1
                        ? delimiter(name)
                        : new UnreadableRoster(UnreadableRoster.Cause.COLUMN_UNKNOWN, "column " + (before.size() + 1)));
        if (before.contains(Optional.of(column))) {
            throw new UnreadableRoster(UnreadableRoster.Cause.COLUMN_TWICE, column.header);
        }
        return column;
    }

    /** One cell only: the file is delimited by something else, or it is no roster at all. */
    private static UnreadableRoster delimiter(String header) {
        for (String other : List.of(",", ";", "\t", "|")) {
            if (Arrays.stream(header.split(java.util.regex.Pattern.quote(other)))
                    .anyMatch(name -> RosterColumn.named(name).isPresent())) {
                return new UnreadableRoster(UnreadableRoster.Cause.WRONG_DELIMITER, other.equals("\t") ? "tab" : other);
            }
        }
        return new UnreadableRoster(UnreadableRoster.Cause.COLUMN_UNKNOWN, "column 1");
    }
}
