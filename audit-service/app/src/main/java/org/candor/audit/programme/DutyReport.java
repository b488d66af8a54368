package org.candor.audit.programme;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Duties as a file: codes, ids and days only, which begin with a letter or digit, so no cell becomes a formula. */
final class DutyReport {

    private static final List<String> HEADER = List.of(
            "Duty",
            "Legal entity",
            "Kind",
            "Title",
            "Department",
            "Role",
            "Person",
            "Every",
            "Due on",
            "Days late",
            "Last done",
            "State");

    private DutyReport() {}

    static String csv(List<DutyView> duties) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADER);
            duties.forEach(duty -> csv.writeRecord(cells(duty)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> cells(DutyView duty) {
        return List.of(
                duty.dutyId().toString(),
                duty.entityId(),
                duty.kind(),
                duty.title(),
                text(duty.department()),
                duty.role().name(),
                text(duty.person()),
                text(duty.every()),
                duty.dueOn().toString(),
                Long.toString(duty.daysLate()),
                text(duty.lastDoneOn()),
                duty.state().name());
    }

    private static String text(Object value) {
        return Objects.toString(value, "");
    }
}
