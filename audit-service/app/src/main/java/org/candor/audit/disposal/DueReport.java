package org.candor.audit.disposal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.candor.kit.csv.CsvText;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** What falls due, as a file: ids, codes and days only, so no cell can become a formula. Belongs on a worker. */
final class DueReport {

    private static final List<String> HEADER =
            List.of("Incident", "Legal entity", "Kept through", "Rule", "On hold", "Disposal");
    private static final int[] WIDTHS = {38, 24, 14, 90, 10, 12};

    private DueReport() {}

    static String csv(List<DueItem> items) {
        return CsvText.of(HEADER, items, DueReport::cells);
    }

    static byte[] xlsx(List<DueItem> items) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Candor", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Records due");
            write(sheet, 0, HEADER);
            sheet.range(0, 0, 0, HEADER.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            for (int row = 0; row < items.size(); row++) {
                write(sheet, row + 1, cells(items.get(row)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.width(column, WIDTHS[column]);
            sheet.inlineString(row, column, cells.get(column));
        }
    }

    private static List<String> cells(DueItem item) {
        return List.of(
                item.incidentId().toString(),
                item.entityId(),
                item.keepThrough().toString(),
                item.reason(),
                item.onHold() ? "yes" : "no",
                item.disposal() == null ? "" : item.disposal());
    }
}
