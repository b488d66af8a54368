package org.candor.investigation.forms;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candor.investigation.forms.FormContent.Item;
import org.candor.investigation.forms.FormContent.Measure;
import org.candor.investigation.forms.FormContent.Signature;
import org.candor.kit.document.Documents;

/** Lays a form out as an accessible PDF. Takes some ten milliseconds of CPU a page: call it on a worker. */
public final class FormDocument {

    private static final String LANGUAGE = "en-US";
    private static final String CSS = """
            .note { border-left: 3pt solid #14375e; padding: 3pt 8pt; margin: 0 0 9pt 0; font-size: 9.5pt; }
            .draft { border: 1.5pt solid #14375e; text-align: center; padding: 4pt; margin: 0 0 10pt 0;
                     font-weight: bold; }
            .facts th { width: 34%; font-weight: normal; color: #4a4a4a; }
            .signature { border: 1pt solid #14375e; padding: 7pt 9pt; margin: 14pt 0 0 0; page-break-inside: avoid; }
            .measures td, .measures th { font-size: 8.5pt; }
            .times { white-space: nowrap; }
            """;

    private FormDocument() {}

    /** The form as it reads, signed or as a draft. */
    public static byte[] pdf(FormContent form) {
        String body = heading(form) + facts(form) + items(form) + measures(form) + signature(form);
        return Documents.pdf(body, CSS, form.title() + ", form " + form.formId(), LANGUAGE);
    }

    /**
     * What was learnt afterwards, as an attachment to a signed form: the form itself stays as it was signed.
     *
     * @param form the form it is attached to
     * @param sha256 of that form's frozen document
     */
    public static byte[] lessonsLearned(FormContent form, String sha256, List<Item> lessons) {
        String title = "Lessons learned";
        String attachedTo = form.signature()
                .map(signature -> "Attachment to form " + form.formId() + ", version " + signature.version()
                        + ", signed on " + time(signature.at(), form.zone()))
                .orElse("Attachment to form " + form.formId());
        String body = drill(form) + "<h1>" + title + "</h1><p>" + text(attachedTo) + "</p><p class=\"quiet\">SHA-256 "
                + "of that form: " + text(sha256) + "</p>" + identity(form)
                + lessons.stream().map(FormDocument::section).collect(Collectors.joining());
        return Documents.pdf(body, CSS, title + ", form " + form.formId(), LANGUAGE);
    }

    private static String heading(FormContent form) {
        String draft = form.signature().isPresent() ? "" : "<p class=\"draft\">DRAFT: not signed</p>";
        return drill(form) + draft + "<h1>" + text(form.title()) + "</h1><p>Form " + text(form.formId()) + "</p>"
                + "<p class=\"note\">Reporting is a contribution to quality. Nobody may be intimidated or retaliated "
                + "against for a report made in good faith. This form may hold health information: keep it secured and "
                + "show it only to those who work on the incident.</p>" + identity(form);
    }

    private static String identity(FormContent form) {
        return table(
                "Incident",
                List.of(
                        new Item("Organisation", form.organisation()),
                        new Item("Incident", form.incidentId().toString())));
    }

    private static String facts(FormContent form) {
        return table("Report and triage", form.facts());
    }

    private static String table(String caption, List<Item> rows) {
        return rows.stream()
                .map(row ->
                        "<tr><th scope=\"row\">" + text(row.name()) + "</th><td>" + lines(row.text()) + "</td></tr>")
                .collect(Collectors.joining(
                        "",
                        "<table class=\"facts\"><caption>" + text(caption) + "</caption><tbody>",
                        "</tbody></table>"));
    }

    private static String items(FormContent form) {
        return form.items().stream().map(FormDocument::section).collect(Collectors.joining());
    }

    private static String section(Item item) {
        return "<h2>" + text(item.name()) + "</h2><p>" + lines(item.text()) + "</p>";
    }

    private static String measures(FormContent form) {
        if (form.measures().isEmpty()) {
            return "";
        }
        String head = "<thead><tr><th scope=\"col\">Measure</th><th scope=\"col\">Start and end</th>"
                + "<th scope=\"col\">By</th><th scope=\"col\">Result</th></tr></thead>";
        return form.measures().stream()
                .map(measure -> measure(measure, form.zone()))
                .collect(Collectors.joining(
                        "",
                        "<h2>Measures taken and communications made</h2><table class=\"measures\"><caption>Times in "
                                + text(form.zone().getId()) + "</caption>" + head + "<tbody>",
                        "</tbody></table>"));
    }

    private static String measure(Measure measure, ZoneId zone) {
        String deviation = measure.deviation()
                .map(why -> "<br/><b>Against the order of the playbook:</b> " + lines(why))
                .orElse("");
        String approval = measure.approvedBy()
                .map(who -> "<br/>Approved by " + text(who) + ".")
                .orElse("");
        return "<tr><th scope=\"row\">" + text(measure.step()) + " " + text(measure.title())
                + "</th><td class=\"times\">"
                + times(measure, zone) + "</td><td>" + text(measure.by()) + "</td><td><b>" + text(measure.outcome())
                + ".</b> " + lines(measure.result()) + deviation + approval + "</td></tr>";
    }

    private static String times(Measure measure, ZoneId zone) {
        Optional<String> from = measure.startedAt().map(at -> compact(at, zone));
        Optional<String> until = measure.endedAt().map(at -> compact(at, zone));
        return from.map(start -> start + "<br/>" + until.orElse("not ended")).orElse("none");
    }

    private static String signature(FormContent form) {
        return form.signature().map(signed -> signature(signed, form.zone())).orElse("");
    }

    private static String signature(Signature signed, ZoneId zone) {
        return "<div class=\"signature\"><p><b>Signed by " + text(signed.name()) + "</b>, " + text(signed.role())
                + "</p><p>" + text(time(signed.at(), zone)) + ", version " + signed.version() + "</p></div>";
    }

    private static String drill(FormContent form) {
        return form.drill() ? "<p class=\"drill\">DRILL: this is an exercise</p>" : "";
    }

    private static String lines(String text) {
        return text.lines().map(FormDocument::text).collect(Collectors.joining("<br/>"));
    }

    private static String text(String plain) {
        return Documents.escape(plain);
    }

    private static String compact(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("MM/dd/yyyy h:mm a", Locale.US).format(at.atZone(zone));
    }

    /** A moment as an American reader writes it, with its zone. */
    public static String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("MMMM d, yyyy, h:mm a z", Locale.US).format(at.atZone(zone));
    }
}
