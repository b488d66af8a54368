package org.candor.breach.log;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The log as a table for other programs. No cell is ever read as a formula. */
final class LogSheet {

    private static final List<String> HEADER = List.of(
            "Incident",
            "Earlier reference",
            "Legal entity",
            "Outcome",
            "Discovered on",
            "Individuals",
            "Estimated",
            "Track",
            "Individuals told on",
            "Report due",
            "Reported on",
            "Days late",
            "Tracking number",
            "Addendum due",
            "Part 2 records",
            "Part 2 report due",
            "Part 2 reported on",
            "Part 2 tracking number");

    private LogSheet() {}

    static byte[] csv(BreachLog log) {
        StringWriter out = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(out)) {
            writer.writeRecord(HEADER);
            log.entries().forEach(entry -> writer.writeRecord(cells(entry)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] xlsx(BreachLog log) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Candor", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Breach log " + log.year());
            writeRow(sheet, 0, HEADER);
            sheet.range(0, 0, 0, HEADER.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            for (int row = 0; row < log.entries().size(); row++) {
                writeRow(sheet, row + 1, cells(log.entries().get(row)));
            }
            writeRow(sheet, log.entries().size() + 2, List.of(log.disclaimer()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void writeRow(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, cells.get(column));
        }
    }

    private static List<String> cells(LogEntry entry) {
        LogEntry.Part2Report part2 =
                entry.part2() == null ? new LogEntry.Part2Report(0, null, null, null, null) : entry.part2();
        return List.of(
                text(entry.incidentId()),
                text(entry.reference()),
                text(entry.entityName()),
                text(entry.outcome()),
                text(entry.discoveredOn()),
                Long.toString(entry.individuals()),
                entry.estimated() ? "yes" : "no",
                text(entry.track()),
                text(entry.individualsToldOn()),
                text(entry.reportDue()),
                text(entry.reportedOn()),
                text(entry.daysLate()),
                text(entry.trackingNumber()),
                text(entry.addendumDue()),
                Long.toString(part2.records()),
                text(part2.due()),
                text(part2.reportedOn()),
                text(part2.trackingNumber()));
    }

    /** Spreadsheets take a leading =, +, - or @ for a formula. */
    private static String text(Object value) {
        String text = Objects.toString(value, "");
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
