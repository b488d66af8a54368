package org.candor.breach.explanation;

import static org.candor.kit.document.Documents.escape;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.candor.breach.obligations.FactsView;
import org.candor.breach.obligations.KeptObligation;
import org.candor.breach.obligations.decision.Reading;
import org.candor.kit.document.Documents;

/** The explanation as a tagged PDF. Rendering costs CPU: call it on a worker. */
final class ExplanationDocument {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Explanation explanation;
    private final StringBuilder html = new StringBuilder(8_192);

    private ExplanationDocument(Explanation explanation) {
        this.explanation = explanation;
    }

    static byte[] render(Explanation explanation) {
        ExplanationDocument document = new ExplanationDocument(explanation);
        document.write();
        return Documents.pdf(document.html.toString(), document.title(), "en-US");
    }

    private String title() {
        return (explanation.drill() ? "DRILL - " : "") + "Why this is due: "
                + words(explanation.obligation().kind().name());
    }

    private void write() {
        KeptObligation duty = explanation.obligation();
        html.append("<h1>").append(escape(title())).append("</h1>");
        paragraph(duty.reason());
        duty(duty);
        rule(duty);
        facts(explanation.facts());
        readings(duty.readings());
        versions();
        paragraph(explanation.disclaimer());
    }

    private void duty(KeptObligation duty) {
        heading("The duty");
        begin("Duty", "Entry");
        row("Legal entity", explanation.entityName());
        row("Incident", explanation.incidentId());
        row("Jurisdiction", duty.jurisdiction());
        row("Who is told", duty.recipient());
        row("Stands", explanation.owed() ? "It is owed" : "It is owed no longer");
        row(
                "Given by",
                duty.delegation() == null
                        ? "the entity itself"
                        : duty.delegation().reason());
        row("Last lawful day", duty.due() + " (" + explanation.timeZone() + ")");
        row("Before any hold", duty.baseDue());
        row("Held until", duty.heldUntil());
        row("The organisation's target", duty.target());
        row("Done on", duty.completedOn());
        row("Days late", duty.daysLate());
        row("Must stand until", duty.keepThrough());
        end();
    }

    private void rule(KeptObligation duty) {
        heading("The rule");
        begin("Rule", "Entry");
        row("Citation", duty.citation());
        row("It says", duty.says());
        row("The notice contains", joined(duty.must()));
        row("It does not contain", joined(duty.mustNot()));
        row("Read in", duty.readIn());
        row("Last compared with it", duty.verified());
        row("Entry of the rule data", duty.ruleId() + ", " + explanation.rulesVersion());
        end();
    }

    private void facts(FactsView facts) {
        heading("The facts");
        begin("Fact", "Entry");
        row("Discovered on", explanation.discoveredOn());
        row("Capacity", words(facts.capacity().name()));
        row(
                "Who knew, when",
                joined(facts.knowledge().stream().map(this::knowledge).toList()));
        row("Enough known to conclude on", facts.determinedOn());
        row("Unsecured PHI", facts.unsecuredPhi() ? "yes" : "no");
        row(
                "Individuals",
                (facts.individuals().estimated() ? "about " : "")
                        + facts.individuals().total());
        row("By residence", residents(facts));
        row("Part 2 records", facts.part2Records());
        row("Laws of States triggered", joined(facts.statePersonalInformation()));
        row("Relief for HIPAA entities relied on", joined(facts.hipaaExemptionRelied()));
        row("Law-enforcement statements", joined(statements(facts)));
        row("Living people without a usable address", facts.undeliverable().living());
        row("First letter sent on", facts.sent().individualFirst());
        row("The Secretary told on", facts.sent().hhs());
        end();
    }

    private String knowledge(FactsView.KnowledgeView known) {
        boolean day = known.at().length() == "2026-03-02".length();
        String when = day ? known.at() : local(Instant.parse(known.at()));
        return words(known.by().name()) + " " + when
                + (Boolean.TRUE.equals(known.agentOfEntity()) ? " (an agent of the entity)" : "");
    }

    private static List<String> statements(FactsView facts) {
        return facts.lawEnforcementDelays().stream()
                .map(statement -> words(statement.form().name()) + " on " + statement.statedOn()
                        + (statement.until() == null ? "" : " until " + statement.until()))
                .toList();
    }

    private static String residents(FactsView facts) {
        return joined(facts.individuals().byJurisdiction().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList());
    }

    private void readings(List<Reading> readings) {
        if (readings.isEmpty()) {
            return;
        }
        heading("Where the text is open");
        html.append("<table><thead><tr><th scope=\"col\">Reading taken</th><th scope=\"col\">The other reading</th>")
                .append("</tr></thead><tbody>");
        readings.forEach(reading -> cells(reading.taken(), reading.other()));
        end();
    }

    private void versions() {
        heading("How it came to be so");
        html.append("<table><thead><tr><th scope=\"col\">Computed</th><th scope=\"col\">Due</th>")
                .append("<th scope=\"col\">Because</th></tr></thead><tbody>");
        explanation
                .versions()
                .forEach(version -> cells(
                        local(version.computedAt()),
                        version.owed() ? Objects.toString(version.due()) + done(version.completedOn()) : "not owed",
                        version.because()));
        end();
    }

    private static String done(LocalDate completedOn) {
        return completedOn == null ? "" : ", done on " + completedOn;
    }

    private String local(Instant instant) {
        return LOCAL.format(instant.atZone(ZoneId.of(explanation.timeZone())));
    }

    private void begin(String name, String entry) {
        html.append("<table><thead><tr><th scope=\"col\">").append(escape(name));
        html.append("</th><th scope=\"col\">").append(escape(entry)).append("</th></tr></thead><tbody>");
    }

    /** What is absent or empty makes no row. */
    private void row(String name, Object value) {
        String text = Objects.toString(value, "");
        if (!text.isEmpty()) {
            html.append("<tr><th scope=\"row\">").append(escape(name)).append("</th><td>");
            html.append(escape(text)).append("</td></tr>");
        }
    }

    private void cells(String... texts) {
        html.append("<tr>");
        for (String text : texts) {
            html.append("<td>").append(escape(text)).append("</td>");
        }
        html.append("</tr>");
    }

    private void end() {
        html.append("</tbody></table>");
    }

    private void heading(String text) {
        html.append("<h2>").append(escape(text)).append("</h2>");
    }

    private void paragraph(String text) {
        html.append("<p>").append(escape(text)).append("</p>");
    }

    private static String joined(Iterable<?> items) {
        List<String> texts = new ArrayList<>();
        if (items != null) {
            items.forEach(item -> texts.add(item.toString()));
        }
        return String.join("; ", texts);
    }

    private static String words(String name) {
        String words = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        String sentence = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return sentence.replace("Hhs", "HHS").replace("Part2", "Part 2");
    }
}
