package org.candor.investigation.cases;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candor.investigation.cases.CaseView.ClassificationPart;
import org.candor.investigation.cases.CaseView.NoViolationPart;
import org.candor.investigation.cases.CaseView.StepPart;
import org.candor.investigation.cases.decision.CyberTest;
import org.candor.investigation.cases.decision.Form;
import org.candor.investigation.directory.Directory.LegalEntity;
import org.candor.investigation.forms.FormContent;
import org.candor.investigation.forms.FormContent.Item;
import org.candor.investigation.forms.FormContent.Measure;
import org.candor.investigation.forms.FormDocument;
import org.candor.kit.web.PersonalText;

/** What a form says of a case. */
final class FormContents {

    private static final String UNANSWERED = "Not answered yet";

    private FormContents() {}

    static FormContent of(
            CaseView view,
            Form form,
            LegalEntity entity,
            Map<String, String> names,
            Optional<FormContent.Signature> signature) {
        return new FormContent(
                form.id(),
                form == Form.PRIVACY_INCIDENT_REPORT ? "Privacy incident report" : "Security incident report",
                view.summary().incidentId(),
                entity.name(),
                entity.zone(),
                view.summary().drill(),
                facts(view, entity.zone()),
                items(view.documentation() == null ? null : view.documentation().items(), entity.zone()),
                form.listsSteps() ? measures(view, names) : List.of(),
                signature);
    }

    static List<Item> lessons(Words.FollowUp followUp) {
        List<Item> lessons = new ArrayList<>();
        lessons.add(new Item("Lessons learned", answer(followUp.lessonsLearned())));
        lessons.add(new Item("How the incident was handled", answer(followUp.handling())));
        lessons.add(new Item("What would prevent a similar incident", answer(followUp.improvements())));
        lessons.add(new Item("Impact", answer(followUp.impact())));
        return lessons;
    }

    private static List<Item> facts(CaseView view, ZoneId zone) {
        List<Item> facts = new ArrayList<>();
        facts.add(
                new Item("Kind of report", sentence(view.summary().reportKind().name())));
        facts.add(new Item("Received", FormDocument.time(view.report().receivedAt(), zone)));
        if (view.report().learnedAt() != null) {
            facts.add(new Item(
                    "Reporter learned of it", FormDocument.time(view.report().learnedAt(), zone)));
        }
        if (view.classification() != null) {
            facts.add(new Item("Privacy incident", yesNo(view.classification().privacy())));
            facts.add(new Item("Security incident", yesNo(view.classification().security())));
            facts.add(new Item(
                    "Health information may be involved",
                    yesNo(view.classification().phiMayBeInvolved())));
            facts.add(new Item("Cyber-related", cyber(view.classification())));
            Optional.ofNullable(view.classification().noViolation())
                    .ifPresent(found -> facts.add(new Item("No violation", noViolation(found))));
        }
        if (view.safeToContinue() != null) {
            facts.add(new Item("Safe to continue operation", yesNo(view.safeToContinue())));
        }
        return facts;
    }

    private static List<Item> items(Words.Documentation written, ZoneId zone) {
        Words.Documentation items = written == null
                ? new Words.Documentation(null, null, null, null, null, null, null, null, null, null)
                : written;
        return List.of(
                new Item("1. Reported by", answer(items.reporter())),
                new Item("2. Investigated by", answer(items.investigators())),
                new Item("3. Data and information systems affected", answer(items.dataAndSystems())),
                new Item("4. Date and time of the incident", occurred(items, zone)),
                new Item("5. Damage to data and systems", answer(items.damage())),
                new Item("6. Suspected cause", answer(items.suspectedCause())),
                new Item("7. Identified risk", answer(items.identifiedRisk())),
                new Item("8. Mitigation and restoration", answer(items.mitigationAndRestoration())),
                new Item(
                        "9. Recommendations to protect electronic health information better",
                        answer(items.recommendations())));
    }

    private static List<Measure> measures(CaseView view, Map<String, String> names) {
        return view.steps().stream()
                .filter(StepPart::standing)
                .map(step -> measure(step, names))
                .toList();
    }

    private static Measure measure(StepPart step, Map<String, String> names) {
        String recorder = names.getOrDefault(step.recordedBy(), step.recordedBy());
        return new Measure(
                step.step(),
                step.title(),
                sentence(step.outcome().name()),
                Optional.ofNullable(step.startedAt()),
                Optional.ofNullable(step.endedAt()),
                step.performedBy() == null ? recorder : step.performedBy().value(),
                step.result() == null ? "" : step.result().value(),
                Optional.ofNullable(step.deviation()).map(PersonalText::value),
                Optional.ofNullable(step.approval())
                        .map(approval -> names.getOrDefault(approval.approvedBy(), approval.approvedBy())));
    }

    private static String cyber(ClassificationPart kind) {
        return kind.cyberRelated()
                ? kind.cyberTests().stream()
                        .sorted()
                        .map(FormContents::test)
                        .collect(Collectors.joining("; ", "Yes: ", ""))
                : "No";
    }

    private static String test(CyberTest met) {
        return switch (met) {
            case ELECTRONIC_PERIMETER -> "attempt on the electronic perimeter of a critical asset";
            case PHYSICAL_PERIMETER -> "attempt on the physical perimeter of a critical asset";
            case ESSENTIAL_OPERATION -> "disruption of essential devices or networks, or the attempt";
        };
    }

    private static String noViolation(NoViolationPart found) {
        String ground = switch (found.ground()) {
            case CRIME_VICTIM -> "A victim of a crime told law enforcement about the suspect";
            case WHISTLE_BLOWER -> "A disclosure in good faith by a whistle-blower";
            case INCIDENTAL -> "Incidental to a permitted use or disclosure";
        };
        return ground + " (" + found.citation() + ")";
    }

    private static String occurred(Words.Documentation items, ZoneId zone) {
        Instant from = items.occurredFrom();
        if (from == null) {
            return UNANSWERED;
        }
        String until = items.occurredUntil() == null ? "" : " until " + FormDocument.time(items.occurredUntil(), zone);
        return FormDocument.time(from, zone) + until;
    }

    private static String answer(PersonalText text) {
        return text == null ? UNANSWERED : text.value();
    }

    private static String yesNo(boolean yes) {
        return yes ? "Yes" : "No";
    }

    private static String sentence(String code) {
        return code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
