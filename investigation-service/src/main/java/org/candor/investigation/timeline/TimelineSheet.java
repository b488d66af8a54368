package org.candor.investigation.timeline;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** The timeline as CSV (RFC 4180, UTF-8). No cell is ever read as a formula. */
public final class TimelineSheet {

    private static final List<String> HEADER = List.of("time", "kind", "phase", "round", "actor", "reference", "words");

    private TimelineSheet() {}

    /** @param words empty where nobody wrote any */
    public record Row(Instant at, String kind, String phase, int round, String actor, String reference, String words) {}

    public static String csv(List<Row> rows) {
        StringWriter out = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(out)) {
            writer.writeRecord(HEADER);
            rows.forEach(row -> writer.writeRecord(
                    row.at().toString(),
                    safe(row.kind()),
                    safe(row.phase()),
                    Integer.toString(row.round()),
                    safe(row.actor()),
                    safe(row.reference()),
                    safe(row.words())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** Spreadsheets take a leading =, +, - or @ for a formula. */
    private static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
