package org.candor.breach.explanation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.candor.breach.Markup;
import org.candor.breach.obligations.FactsView;
import org.candor.breach.obligations.KeptObligation;
import org.candor.breach.obligations.decision.Reading;
import org.candor.events.CaseEvent.KnownBy;
import org.candor.kit.document.Documents;

/** The explanation as a tagged PDF. Rendering costs CPU: call it on a worker. */
final class ExplanationDocument {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Explanation explanation;
    private final Markup page = new Markup();

    private ExplanationDocument(Explanation explanation) {
        this.explanation = explanation;
    }

    static byte[] render(Explanation explanation) {
        ExplanationDocument document = new ExplanationDocument(explanation);
        document.write();
        return Documents.pdf(document.page.toString(), Markup.STYLE, document.title(), "en-US");
    }

    private String title() {
        return (explanation.drill() ? "DRILL - " : "") + "Why this is due: "
                + words(explanation.obligation().kind().name());
    }

    private void write() {
        KeptObligation duty = explanation.obligation();
        page.title(title());
        page.paragraph("Due on " + duty.due() + ", a day of the calendar of " + explanation.timeZone() + ", because:");
        page.list(Arrays.stream(duty.reason().split("; "))
                .map(ExplanationDocument::sentence)
                .toList());
        duty(duty);
        rule(duty);
        facts(explanation.facts());
        readings(duty.readings());
        versions();
        page.paragraph(explanation.disclaimer());
    }

    private void duty(KeptObligation duty) {
        page.heading("The duty");
        page.columns("Duty", "Entry");
        page.row("Legal entity", explanation.entityName());
        page.row("Incident", explanation.incidentId());
        page.row("Jurisdiction", duty.jurisdiction());
        page.row("Who is told", duty.recipient());
        page.row("Stands", explanation.owed() ? "It is owed" : "It is owed no longer");
        page.row(
                "Given by",
                duty.delegation() == null
                        ? "the entity itself"
                        : duty.delegation().reason());
        page.row("Last lawful day", duty.due() + " (" + explanation.timeZone() + ")");
        page.row("Before any hold", duty.baseDue());
        page.row("Held until", duty.heldUntil());
        page.row("The organisation's target", duty.target());
        page.row("Done on", duty.completedOn());
        page.row("Days late", duty.daysLate());
        page.row("Must stand until", duty.keepThrough());
        page.end();
    }

    private void rule(KeptObligation duty) {
        page.heading("The rule");
        page.columns("Rule", "Entry");
        page.row("Citation", duty.citation());
        page.row("It says", duty.says());
        page.row("The notice contains", duty.must());
        page.row("It does not contain", duty.mustNot());
        page.row("Read in", duty.readIn());
        page.row("Last compared with it", duty.verified());
        page.row("Entry of the rule data", duty.ruleId() + ", " + explanation.rulesVersion());
        page.end();
    }

    private void facts(FactsView facts) {
        page.heading("The facts");
        page.columns("Fact", "Entry");
        page.row("Discovered on", explanation.discoveredOn());
        page.row("Capacity", words(facts.capacity().name()));
        page.row(
                "Who knew, when",
                facts.knowledge().stream().map(this::knowledge).toList());
        page.row("Enough known to conclude on", facts.determinedOn());
        page.row("Unsecured PHI", facts.unsecuredPhi() ? "yes" : "no");
        page.row(
                "Individuals",
                (facts.individuals().estimated() ? "about " : "")
                        + facts.individuals().total());
        page.row("By residence", residents(facts));
        page.row("Part 2 records", facts.part2Records());
        page.row("Laws of States triggered", joined(facts.statePersonalInformation()));
        page.row("Relief for HIPAA entities relied on", joined(facts.hipaaExemptionRelied()));
        page.row("Law-enforcement statements", statements(facts));
        page.row("Living people without a usable address", facts.undeliverable().living());
        page.row("First letter sent on", facts.sent().individualFirst());
        page.row("The Secretary told on", facts.sent().hhs());
        page.end();
    }

    private String knowledge(FactsView.KnowledgeView known) {
        boolean day = known.at().length() == "2026-03-02".length();
        String when = day ? known.at() : local(Instant.parse(known.at()));
        return words(known.by().name()) + " " + when
                + (Boolean.TRUE.equals(known.agentOfEntity()) ? " (an agent of the entity)" : "")
                + (known.by() == KnownBy.WRONGDOER ? " (never counts)" : "");
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
        page.heading("Where the text is open");
        page.columns("Reading taken", "The other reading");
        readings.forEach(reading -> page.cells(reading.taken(), reading.other()));
        page.end();
    }

    private void versions() {
        page.heading("How it came to be so");
        page.columns("Computed", "Due", "Because");
        explanation
                .versions()
                .forEach(version -> page.cells(
                        local(version.computedAt()),
                        version.owed() ? Objects.toString(version.due()) + done(version.completedOn()) : "not owed",
                        version.because()));
        page.end();
    }

    private static String done(LocalDate completedOn) {
        return completedOn == null ? "" : ", done on " + completedOn;
    }

    private String local(Instant instant) {
        return LOCAL.format(instant.atZone(ZoneId.of(explanation.timeZone())));
    }

    private static String joined(Collection<?> items) {
        return items == null ? "" : items.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String words(String name) {
        String words = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        return sentence(words).replace("Hhs", "HHS").replace("Part2", "Part 2");
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
