package org.candor.intake.reports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reports as a table for other programs: codes and times, no text of a reporter. */
final class ReportSheet {

    private static final List<String> HEADER = List.of(
            "Incident",
            "Legal entity",
            "Kind",
            "Relation",
            "Channel",
            "Anonymous",
            "PHI possible",
            "Urgent",
            "Drill",
            "Received at",
            "Late",
            "State",
            "Answer due on",
            "Withdrawn at",
            "Business associate",
            "Version");

    private ReportSheet() {}

    static byte[] csv(List<ReportSummary> reports) {
        StringWriter out = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(out)) {
            writer.writeRecord(HEADER);
            reports.forEach(report -> writer.writeRecord(
                    cells(report).stream().map(ReportSheet::harmless).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Office programs take what begins so for a formula. */
    static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static List<String> cells(ReportSummary report) {
        return List.of(
                report.incidentId().toString(),
                report.entityId(),
                report.kind().name(),
                report.relation().name(),
                report.channel().name(),
                yes(report.anonymous()),
                yes(report.phiPossible()),
                yes(report.urgent()),
                yes(report.drill()),
                report.receivedAt().toString(),
                yes(report.late()),
                report.state().name(),
                text(report.answerDueOn()),
                text(report.withdrawnAt()),
                text(report.associateId()),
                Long.toString(report.reportVersion()));
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
