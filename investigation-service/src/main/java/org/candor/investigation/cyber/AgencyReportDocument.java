package org.candor.investigation.cyber;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.investigation.cyber.decision.Agency;
import org.candor.investigation.cyber.decision.Draft;
import org.candor.investigation.cyber.decision.Indicator;
import org.candor.kit.document.Documents;

/** Lays a report to an agency out as an accessible PDF. Call it on a worker. */
final class AgencyReportDocument {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM/dd/yyyy h:mm a", Locale.US);
    private static final String CSS = """
            .draft { border: 1.5pt solid #14375e; text-align: center; padding: 4pt; margin: 0 0 10pt 0;
                     font-weight: bold; }
            .facts th { width: 30%; font-weight: normal; color: #4a4a4a; }
            .value { font-size: 8.5pt; }
            """;

    private AgencyReportDocument() {}

    /** @param signedBy empty, and {@code signedAt} null, where no signature stands */
    record Content(
            UUID id,
            Agency agency,
            Draft.Status status,
            String organisation,
            ZoneId zone,
            boolean drill,
            String subject,
            String text,
            List<Indicator> indicators,
            String signedBy,
            Instant signedAt) {}

    static byte[] pdf(Content report) {
        String title = report.agency().kind() == Agency.Kind.CRIME_REPORT
                ? "Report of a crime"
                : "Report of cyber threat indicators";
        return Documents.pdf(marks(report) + "<h1>" + title + "</h1>" + body(report), CSS, title, "en-US");
    }

    private static String marks(Content report) {
        String drill = report.drill() ? "<p class=\"drill\">DRILL: an exercise, do not send</p>" : "";
        return drill
                + switch (report.status()) {
                    case SIGNED, SENT -> "";
                    case WITHDRAWN -> "<p class=\"draft\">WITHDRAWN: do not send</p>";
                    case DRAFT, BLOCKED -> "<p class=\"draft\">DRAFT: not signed, do not send</p>";
                };
    }

    private static String body(Content report) {
        String signed = report.signedAt() == null
                ? "nobody"
                : report.signedBy() + ", " + TIME.format(report.signedAt().atZone(report.zone())) + " "
                        + report.zone().getId();
        return "<table class=\"facts\"><caption>Report</caption><tbody>" + row("To", agency(report.agency()))
                + row("From", report.organisation())
                + row("Our reference", report.id().toString())
                + row("Signed off by", signed) + "</tbody></table><h2>" + text(report.subject()) + "</h2><p>"
                + text(report.text()).replace("\n", "<br/>") + "</p>" + indicators(report.indicators());
    }

    private static String indicators(List<Indicator> indicators) {
        if (indicators.isEmpty()) {
            return "";
        }
        return indicators.stream()
                .map(one -> "<tr><td>" + one.type() + "</td><td class=\"value\">" + text(one.value()) + "</td><td>"
                        + text(one.description().orElse("")) + "</td></tr>")
                .collect(Collectors.joining(
                        "",
                        "<h2>Indicators</h2><table><caption>What others can look for (TLP:AMBER)</caption><thead><tr>"
                                + "<th scope=\"col\">Type</th><th scope=\"col\">Value</th>"
                                + "<th scope=\"col\">What it is</th></tr></thead><tbody>",
                        "</tbody></table>"));
    }

    private static String agency(Agency agency) {
        return switch (agency) {
            case LOCAL_POLICE -> "Local police";
            case STATE_POLICE -> "State police";
            case FBI -> "Federal Bureau of Investigation";
            case SECRET_SERVICE -> "United States Secret Service";
            case DHS -> "Department of Homeland Security";
            case HHS_ASPR -> "Department of Health and Human Services, ASPR";
            case ISAO -> "Information sharing and analysis organization";
        };
    }

    private static String row(String name, String value) {
        return "<tr><th scope=\"row\">" + name + "</th><td>" + text(value) + "</td></tr>";
    }

    private static String text(String plain) {
        return Documents.escape(plain);
    }
}
