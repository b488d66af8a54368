package org.candor.notification.roster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/**
 * Rows of the first sheet of a workbook. The container must be in memory, so that its size is limited, packed and unpacked; what
 * is larger comes as CSV.
 */
final class XlsxRows implements RosterRows {

    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private int width;

    XlsxRows(byte[] file) {
        try {
            WorkbookBounds.check(file);
            this.workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false));
            this.stream = workbook.getFirstSheet().openStream();
            this.rows = stream.iterator();
        } catch (IOException | UncheckedIOException | ExcelReaderException broken) {
            throw unreadable();
        }
    }

    @Override
    public Optional<RosterRows.Row> next() {
        try {
            while (rows.hasNext()) {
                RosterRows.Row row = row(rows.next());
                if (row.formula() || row.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (UncheckedIOException | ExcelReaderException broken) {
            throw unreadable();
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    /** A sheet leaves out empty cells at the end of a row; the header says how many there are. */
    private RosterRows.Row row(org.dhatim.fastexcel.reader.Row row) {
        List<String> cells = new ArrayList<>();
        boolean formula = false;
        for (int i = 0; i < Math.max(row.getCellCount(), width); i++) {
            Optional<Cell> cell = i < row.getCellCount() ? Optional.ofNullable(row.getCell(i)) : Optional.empty();
            formula |= cell.filter(one -> one.getType() == CellType.FORMULA).isPresent();
            cells.add(cell.map(XlsxRows::text).orElse(""));
        }
        width = width == 0 ? cells.size() : width;
        return new RosterRows.Row(cells, formula);
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER ->
                isDay(cell)
                        ? cell.asDate().toLocalDate().toString()
                        : cell.asNumber().toPlainString();
            case STRING, BOOLEAN -> cell.getText();
            case FORMULA, ERROR, EMPTY -> "";
        };
    }

    private static boolean isDay(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && format.toLowerCase(Locale.ROOT).contains("yy");
    }

    private static UnreadableRoster unreadable() {
        return new UnreadableRoster(UnreadableRoster.Cause.BROKEN_WORKBOOK, "");
    }
}
