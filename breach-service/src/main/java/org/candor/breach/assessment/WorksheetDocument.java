package org.candor.breach.assessment;

import static org.candor.kit.document.Documents.escape;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.candor.breach.assessment.decision.Assessment;
import org.candor.breach.assessment.decision.Conclusion;
import org.candor.breach.assessment.decision.Dossier;
import org.candor.breach.assessment.decision.EventGate;
import org.candor.breach.assessment.decision.ExceptionKind;
import org.candor.breach.assessment.decision.Factor;
import org.candor.breach.assessment.decision.PhiGate;
import org.candor.breach.assessment.decision.Protection;
import org.candor.breach.assessment.decision.ProtectionGate;
import org.candor.breach.assessment.decision.Worksheet;
import org.candor.breach.obligations.PreviewView;
import org.candor.kit.document.Documents;

/** Form 4-III-A as a tagged PDF. Rendering costs CPU: call it on a worker. */
final class WorksheetDocument {

    private static final String LANGUAGE = "en-US";
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** What stands on the form beside the assessment itself. */
    record Heading(String incidentId, String entityName, boolean drill) {
        static Heading of(AssessmentRow row) {
            return new Heading(row.incidentId.toString(), row.entityName, row.drill);
        }
    }

    /** The document and the hash by which it is known from then on. */
    record Signed(byte[] pdf, String sha256) {}

    private final Heading heading;
    private final Assessment assessment;
    private final StringBuilder html = new StringBuilder(8_192);

    private WorksheetDocument(Heading heading, Assessment assessment) {
        this.heading = heading;
        this.assessment = assessment;
    }

    static Signed render(Heading heading, Assessment assessment) {
        WorksheetDocument document = new WorksheetDocument(heading, assessment);
        document.write();
        byte[] pdf = Documents.pdf(document.html.toString(), document.title(), LANGUAGE);
        return new Signed(pdf, sha256(pdf));
    }

    private String title() {
        return (heading.drill() ? "DRILL - " : "") + "Breach risk assessment 4-III-A";
    }

    private void write() {
        Optional<Conclusion> conclusion = Optional.ofNullable(AssessmentRow.conclusion(assessment));
        html.append("<h1>").append(escape(title())).append("</h1>");
        paragraph(conclusion.isPresent() ? "Signed, edition " + assessment.edition() : "Draft, not concluded");
        table(
                "Incident",
                List.of(
                        new String[] {"Incident", heading.incidentId()},
                        new String[] {"Legal entity", heading.entityName()},
                        new String[] {"Calendar", assessment.dossier().zone().getId()}));
        discovery(assessment.dossier());
        gates(assessment.dossier().worksheet());
        exceptions(assessment.dossier().worksheet());
        factors(assessment.dossier().worksheet());
        assessment.dossier().worksheet().policy().ifPresent(policy -> {
            heading("Policy");
            paragraph((policy.violated() ? "Broken. " : "Not broken. ") + policy.support());
        });
        suggestion(assessment.dossier());
        conclusion.ifPresent(this::conclusion);
        paragraph(PreviewView.NOT_LEGAL_ADVICE);
    }

    private void discovery(Dossier dossier) {
        heading("Discovery (policy III.C, 45 CFR 164.404(a)(2))");
        AssessmentView.DiscoveryView record = AssessmentView.discovery(dossier);
        paragraph("Discovered on " + (record.on() == null ? "no day yet" : record.on()) + ": " + record.reason());
        html.append("<table><thead><tr><th scope=\"col\">Who</th><th scope=\"col\">When</th>")
                .append("<th scope=\"col\">Why it counts or not</th></tr></thead><tbody>");
        record.candidates()
                .forEach(candidate -> html.append("<tr><td>")
                        .append(escape(words(candidate.by()) + (candidate.decides() ? " (decides)" : "")))
                        .append("</td><td>")
                        .append(escape(when(candidate)))
                        .append("</td><td>")
                        .append(escape(candidate.why()
                                + (candidate.how() == null
                                        ? ""
                                        : ". " + candidate.how().value())))
                        .append("</td></tr>"));
        html.append("</tbody></table>");
    }

    private void gates(Worksheet sheet) {
        heading("Gates, in the order of the law");
        table(
                "Gates",
                List.of(
                        row(
                                "Is it PHI?",
                                sheet.phi().map(gate -> words(gate.kind())),
                                sheet.phi().map(PhiGate::support)),
                        row(
                                "Was it unsecured?",
                                sheet.protection().map(gate -> words(gate.protection())),
                                sheet.protection().map(ProtectionGate::support)),
                        row(
                                "What happened, is it permitted?",
                                sheet.event().map(WorksheetDocument::words),
                                sheet.event().map(EventGate::support))));
    }

    private void exceptions(Worksheet sheet) {
        heading("Exceptions (45 CFR 164.402(1))");
        for (ExceptionKind kind : ExceptionKind.values()) {
            html.append("<h3>").append(escape(words(kind))).append("</h3>");
            Optional.ofNullable(sheet.exceptions().get(kind))
                    .ifPresentOrElse(
                            finding -> {
                                html.append("<ul>");
                                finding.answers().entrySet().stream()
                                        .sorted(java.util.Map.Entry.comparingByKey())
                                        .forEach(answer -> html.append("<li>")
                                                .append(escape(words(answer.getKey()) + ": "
                                                        + (answer.getValue() ? "yes" : "no")))
                                                .append("</li>"));
                                html.append("</ul>");
                                paragraph("Evidence: " + finding.evidence());
                            },
                            () -> paragraph("Not answered"));
        }
    }

    private void factors(Worksheet sheet) {
        heading("Four factors (45 CFR 164.402(2))");
        html.append("<table><thead><tr><th scope=\"col\">Factor</th><th scope=\"col\">Rating</th>")
                .append("<th scope=\"col\">Support</th></tr></thead><tbody>");
        for (Factor factor : Factor.values()) {
            var finding = Optional.ofNullable(sheet.factors().get(factor));
            html.append("<tr><th scope=\"row\">")
                    .append(escape(words(factor)))
                    .append("</th><td>")
                    .append(escape(finding.map(each -> words(each.rating())).orElse("Not rated")))
                    .append("</td><td>")
                    .append(escape(finding.map(each -> each.support()).orElse("-")))
                    .append("</td></tr>");
        }
        html.append("</tbody></table>");
    }

    private void suggestion(Dossier dossier) {
        heading("What the worksheet leads to");
        var suggestion = dossier.suggestion();
        paragraph(words(suggestion.outcome()) + ": " + String.join("; ", suggestion.reasons()));
    }

    private void conclusion(Conclusion conclusion) {
        heading("Conclusion");
        paragraph(words(conclusion.outcome()));
        if (!conclusion.reason().isBlank()) {
            paragraph("Reason: " + conclusion.reason());
        }
        if (!conclusion.counselNote().isBlank()) {
            paragraph("Counsel: " + conclusion.counselNote());
        }
        conclusion
                .followUp()
                .ifPresent(followUp -> table(
                        "Follow-up",
                        List.of(
                                row("Discipline", followUp.discipline()),
                                row("Revision of policy", followUp.policyRevision()),
                                row("Retraining", followUp.retraining()))));
        paragraph("Signed by " + conclusion.decidedBy() + " on " + local(conclusion.decidedAt()));
    }

    private static String[] row(String title, Conclusion.FollowUp.Decision decision) {
        return new String[] {title, (decision.needed() ? "Needed. " : "Not needed. ") + decision.reason()};
    }

    private static String[] row(String title, Optional<String> answer, Optional<String> support) {
        return new String[] {
            title,
            answer.orElse("Not answered") + support.map(text -> ". " + text).orElse("")
        };
    }

    private void table(String name, List<String[]> rows) {
        html.append("<table><thead><tr><th scope=\"col\">").append(escape(name));
        html.append("</th><th scope=\"col\">Entry</th></tr></thead><tbody>");
        rows.forEach(row -> html.append("<tr><th scope=\"row\">")
                .append(escape(row[0]))
                .append("</th><td>")
                .append(escape(row[1]))
                .append("</td></tr>"));
        html.append("</tbody></table>");
    }

    private void heading(String text) {
        html.append("<h2>").append(escape(text)).append("</h2>");
    }

    private void paragraph(String text) {
        html.append("<p>").append(escape(text)).append("</p>");
    }

    private static String words(EventGate gate) {
        String happened = String.join(
                ", ",
                gate.happened().stream().map(WorksheetDocument::words).sorted().toList());
        return (gate.permitted() ? "Permitted" : "Not permitted: " + happened.toLowerCase(Locale.ROOT))
                + (gate.ransomware() ? ", ransomware" : "");
    }

    private static String words(Protection protection) {
        String name = switch (protection) {
            case Protection.Nothing nothing -> "Nothing protected it";
            case Protection.PasswordOnly password -> "A password only";
            case Protection.Redacted redacted -> "Redacted";
            case Protection.Encrypted encrypted ->
                "Encrypted by " + encrypted.standard().name().replace('_', ' ')
                        + (encrypted.keyApart() ? ", key apart" : ", key not apart")
                        + (encrypted.runningUnlocked() ? ", running unlocked" : "");
            case Protection.Destroyed destroyed ->
                "Destroyed by " + destroyed.method().name().replace('_', ' ');
        };
        return name + (protection.secures() ? " (secured)" : " (unsecured)");
    }

    /** A day as it was told, an instant on the entity's own calendar. */
    private String when(AssessmentView.CandidateView candidate) {
        boolean day = candidate.at().length() == "2026-03-02".length();
        return day ? candidate.at() : local(Instant.parse(candidate.at()));
    }

    private String local(Instant instant) {
        ZoneId zone = assessment.dossier().zone();
        return LOCAL.format(instant.atZone(zone)) + " (" + zone.getId() + ")";
    }

    private static String words(Enum<?> constant) {
        if (constant == PhiGate.Kind.PHI) {
            return "It is PHI";
        }
        String words = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
