package org.candor.notification.hhs;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.candor.kit.document.Documents;
import org.candor.notification.document.PublicPage;
import org.candor.notification.document.Words;

/** The worksheet on paper and as a page from which each answer is copied with one selection. Pure. */
final class WorksheetLayout {

    private static final String TITLE = "HHS breach report worksheet (4-III-D)";
    private static final String PART2_TITLE = "HHS breach report worksheet for Part 2 records (4-III-D)";
    private static final String CSS =
            "td, th { font-size: 9pt; } .no { color: #8c1d18; font-weight: bold; } tbody th { width: 38%; font-weight: normal; }";

    private static final DateTimeFormatter PORTAL_DAY = DateTimeFormatter.ofPattern("MM/dd/uuuu");

    private WorksheetLayout() {}

    static byte[] pdf(WorksheetView sheet) {
        return Documents.pdf(body(sheet, false), CSS, title(sheet), "en-US");
    }

    static String html(WorksheetView sheet) {
        // user-select: all makes one click take the whole answer and nothing else.
        String style =
                "<style>code { user-select: all; font: inherit; white-space: pre-wrap; } .no { color: #8c1d18; font-weight: 700; } tbody th { width: 42%; font-weight: normal; }</style>";
        return PublicPage.html(title(sheet), Words.in("en"), style + "<main>" + body(sheet, true) + "</main>")
                .replace("max-width: 44rem", "max-width: 60rem");
    }

    private static String title(WorksheetView sheet) {
        return sheet.report() == Report.PART2 ? PART2_TITLE : TITLE;
    }

    private static String body(WorksheetView sheet, boolean copy) {
        StringBuilder html = new StringBuilder("<h1>" + title(sheet) + "</h1>");
        if (sheet.drill()) {
            html.append("<p class=\"drill\">")
                    .append(Documents.escape(Words.in("en").drill()))
                    .append("</p>");
        }
        html.append("<p class=\"quiet\">Incident ")
                .append(sheet.incidentId())
                .append(". Fields of the portal as of ")
                .append(Documents.escape(sheet.lastVerified()))
                .append(", version ")
                .append(Documents.escape(sheet.version()))
                .append(". A star marks what the portal requires. This sheet is not legal advice.</p>");
        html.append(
                sheet.complete()
                        ? "<p>Every required field has an answer.</p>"
                        : "<p class=\"no\">" + sheet.missing().size() + " required fields have no answer yet.</p>");
        if (sheet.due() != null) {
            html.append("<p>Last day: ")
                    .append(PORTAL_DAY.format(sheet.due()))
                    .append(
                            "ANNUAL_LOG".equals(sheet.track())
                                    ? ", with the log of the year (45 CFR 164.408(c))."
                                    : ", together with the first letter (45 CFR 164.408(b)).")
                    .append("</p>");
        }
        sheet.screens().forEach(screen -> html.append(screen(screen, copy)));
        sheet.submissions()
                .forEach(one -> html.append(
                                one.kind() == SubmissionRequest.Kind.ADDENDUM ? "<p>Addendum of " : "<p>Submitted on ")
                        .append(PORTAL_DAY.format(one.submittedOn()))
                        .append(", tracking number ")
                        .append(Documents.escape(one.trackingNumber()))
                        .append(".</p>"));
        return html.toString();
    }

    private static String screen(WorksheetView.ScreenView screen, boolean copy) {
        StringBuilder rows = new StringBuilder();
        screen.fields()
                .forEach(field -> rows.append("<tr><th scope=\"row\">")
                        .append(Documents.escape(field.label()))
                        .append(field.required() ? "&#160;*" : "")
                        .append("</th><td>")
                        .append(answer(field, copy))
                        .append("</td></tr>"));
        return "<h2>" + Documents.escape(screen.title()) + "</h2><table><thead><tr><th scope=\"col\">Field</th>"
                + "<th scope=\"col\">Answer</th></tr></thead><tbody>" + rows + "</tbody></table>"
                + (screen.note() == null ? "" : "<p class=\"quiet\">" + Documents.escape(screen.note()) + "</p>");
    }

    private static String answer(WorksheetView.FieldView field, boolean copy) {
        if (field.answer().isEmpty()) {
            return field.required() ? "<span class=\"no\">missing</span>" : "–";
        }
        StringBuilder text = new StringBuilder();
        field.answer()
                .forEach(value -> text.append(text.isEmpty() ? "" : "<br/>")
                        .append(copy ? "<code>" : "")
                        .append(Documents.escape(shown(field, value)).replace("\n", "<br/>"))
                        .append(copy ? "</code>" : ""));
        return text.toString();
    }

    /** The portal takes days as month/day/year. */
    private static String shown(WorksheetView.FieldView field, String value) {
        return field.type() == Portal.Type.DATE ? PORTAL_DAY.format(LocalDate.parse(value)) : value;
    }
}
