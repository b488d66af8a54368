package org.candor.investigation.timeline;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.candor.investigation.timeline.CaseFileContent.Item;
import org.candor.investigation.timeline.CaseFileContent.Line;
import org.candor.investigation.timeline.CaseFileContent.Section;
import org.candor.kit.document.Documents;

/** Lays the file of a case out as an accessible PDF. Takes some ten milliseconds of CPU a page: call it on a worker. */
public final class CaseFileDocument {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM/dd/yyyy h:mm a", Locale.US);
    private static final String CSS = """
            .note { border-left: 3pt solid #14375e; padding: 3pt 8pt; margin: 0 0 9pt 0; font-size: 9.5pt; }
            .facts th { width: 30%; font-weight: normal; color: #4a4a4a; }
            .timeline td, .timeline th { font-size: 8pt; }
            .time { white-space: nowrap; }
            """;

    private CaseFileDocument() {}

    public static byte[] pdf(CaseFileContent file) {
        String body = heading(file)
                + file.sections().stream().map(CaseFileDocument::section).collect(Collectors.joining())
                + timeline(file);
        return Documents.pdf(body, CSS, "Case file " + file.incidentId(), "en-US");
    }

    private static String heading(CaseFileContent file) {
        String drill = file.drill() ? "<p class=\"drill\">DRILL: an exercise, no real incident</p>" : "";
        String note = file.words()
                ? "This file holds what people wrote and may hold health information: keep it secured, and show it only "
                        + "to those who work on the incident. Its printing is on record."
                : "What people wrote is left out. The file still names the organisation and those who worked on the case, with "
                        + "codes and times: show it only to those who need it. Its printing is on record.";
        return drill + "<h1>Case file</h1><p class=\"note\">" + note + "</p><p>" + text(file.organisation())
                + "<br/>Incident " + file.incidentId() + "<br/>Printed by " + text(file.printedBy()) + " on "
                + time(file.printedAt(), file.zone()) + "; times are in "
                + text(file.zone().getId()) + "</p>";
    }

    private static String section(Section section) {
        if (section.items().isEmpty()) {
            return "";
        }
        return "<h2>" + text(section.title()) + "</h2>"
                + section.items().stream()
                        .map(CaseFileDocument::row)
                        .collect(Collectors.joining("", "<table class=\"facts\"><tbody>", "</tbody></table>"));
    }

    private static String row(Item item) {
        return "<tr><th scope=\"row\">" + text(item.name()) + "</th><td>"
                + text(item.text()).replace("\n", "<br/>") + "</td></tr>";
    }

    private static String timeline(CaseFileContent file) {
        String head = "<h2>Timeline</h2><table class=\"timeline\"><caption>What happened, in order</caption><thead><tr>"
                + "<th scope=\"col\">Time</th><th scope=\"col\">Phase</th><th scope=\"col\">What</th>"
                + "<th scope=\"col\">Who</th><th scope=\"col\">About</th></tr></thead><tbody>";
        return file.timeline().stream()
                .map(line -> line(line, file.zone()))
                .collect(Collectors.joining("", head, "</tbody></table>"));
    }

    private static String line(Line line, ZoneId zone) {
        return "<tr><td class=\"time\">" + time(line.at(), zone) + "</td><td>" + text(line.phase()) + "</td><td>"
                + text(line.kind()) + "</td><td>" + text(line.actor()) + "</td><td>" + text(line.reference())
                + "</td></tr>";
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    private static String text(String plain) {
        return Documents.escape(plain);
    }
}
