package org.candor.breach.assessment;

import static org.candor.breach.assessment.WorksheetWords.words;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candor.breach.Markup;
import org.candor.breach.assessment.decision.Assessment;
import org.candor.breach.assessment.decision.Conclusion;
import org.candor.breach.assessment.decision.Dossier;
import org.candor.breach.assessment.decision.EventGate;
import org.candor.breach.assessment.decision.ExceptionKind;
import org.candor.breach.assessment.decision.Factor;
import org.candor.breach.assessment.decision.PhiGate;
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
    private final Markup page = new Markup();

    private WorksheetDocument(Heading heading, Assessment assessment) {
        this.heading = heading;
        this.assessment = assessment;
    }

    static Signed render(Heading heading, Assessment assessment) {
        WorksheetDocument document = new WorksheetDocument(heading, assessment);
        document.write();
        byte[] pdf = Documents.pdf(document.page.toString(), Markup.STYLE, document.title(), LANGUAGE);
        return new Signed(pdf, sha256(pdf));
    }

    private String title() {
        return (heading.drill() ? "DRILL - " : "") + "Breach risk assessment 4-III-A";
    }

    private void write() {
        Optional<Conclusion> conclusion = Optional.ofNullable(AssessmentRow.conclusion(assessment));
        page.title(title());
        page.paragraph(conclusion.isPresent() ? "Signed, edition " + assessment.edition() : "Draft, not concluded");
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
            page.heading("Policy");
            page.paragraph((policy.violated() ? "Broken. " : "Not broken. ") + policy.support());
        });
        suggestion(assessment.dossier());
        conclusion.ifPresent(this::conclusion);
        page.paragraph(PreviewView.NOT_LEGAL_ADVICE);
    }

    private void discovery(Dossier dossier) {
        page.heading("Discovery (policy III.C, 45 CFR 164.404(a)(2))");
        AssessmentView.DiscoveryView record = AssessmentView.discovery(dossier);
        page.paragraph("Discovered on " + (record.on() == null ? "no day yet" : record.on()) + ": " + record.reason());
        page.columns("Who", "When", "Why it counts or not");
        record.candidates()
                .forEach(candidate -> page.cells(
                        words(candidate.by()) + (candidate.decides() ? " (decides)" : ""),
                        when(candidate),
                        candidate.why()
                                + (candidate.how() == null
                                        ? ""
                                        : ". " + candidate.how().value())));
        page.end();
    }

    private void gates(Worksheet sheet) {
        page.heading("Gates, in the order of the law");
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
                                sheet.event().map(WorksheetWords::words),
                                sheet.event().map(EventGate::support))));
    }

    private void exceptions(Worksheet sheet) {
        page.heading("Exceptions (45 CFR 164.402(1))");
        for (ExceptionKind kind : ExceptionKind.values()) {
            page.subheading(words(kind));
            Optional.ofNullable(sheet.exceptions().get(kind))
                    .ifPresentOrElse(
                            finding -> {
                                page.list(finding.answers().entrySet().stream()
                                        .sorted(Map.Entry.comparingByKey())
                                        .map(answer ->
                                                words(answer.getKey()) + ": " + (answer.getValue() ? "yes" : "no"))
                                        .toList());
                                page.paragraph("Evidence: " + finding.evidence());
                            },
                            () -> page.paragraph("Not answered"));
        }
    }

    private void factors(Worksheet sheet) {
        page.heading("Four factors (45 CFR 164.402(2))");
        page.columns("Factor", "Rating", "Support");
        for (Factor factor : Factor.values()) {
            var finding = Optional.ofNullable(sheet.factors().get(factor));
            page.row(
                    words(factor),
                    finding.map(each -> words(each.rating())).orElse("Not rated"),
                    finding.map(each -> each.support()).orElse("-"));
        }
        page.end();
    }

    private void suggestion(Dossier dossier) {
        page.heading("What the worksheet leads to");
        var suggestion = dossier.suggestion();
        page.paragraph(words(suggestion.outcome()) + ": " + String.join("; ", suggestion.reasons()));
    }

    private void conclusion(Conclusion conclusion) {
        page.heading("Conclusion");
        page.paragraph(words(conclusion.outcome()));
        if (!conclusion.reason().isBlank()) {
            page.paragraph("Reason: " + conclusion.reason());
        }
        if (!conclusion.counselNote().isBlank()) {
            page.paragraph("Counsel: " + conclusion.counselNote());
        }
        conclusion
                .followUp()
                .ifPresent(followUp -> table(
                        "Follow-up",
                        List.of(
                                row("Discipline", followUp.discipline()),
                                row("Revision of policy", followUp.policyRevision()),
                                row("Retraining", followUp.retraining()))));
        page.paragraph("Signed by " + conclusion.decidedBy() + " on " + local(conclusion.decidedAt()));
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
        page.columns(name, "Entry");
        rows.forEach(row -> page.row(row[0], row[1]));
        page.end();
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

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
