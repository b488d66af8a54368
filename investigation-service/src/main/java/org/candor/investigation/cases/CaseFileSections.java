package org.candor.investigation.cases;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.investigation.timeline.CaseFileContent.Item;
import org.candor.investigation.timeline.CaseFileContent.Section;
import org.candor.investigation.timeline.Deadlines.Deadline;
import org.candor.kit.web.PersonalText;

/** The case's own sections of its printed file. */
final class CaseFileSections {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM/dd/yyyy h:mm a", Locale.US);

    private final CaseView view;
    private final Map<String, String> names;
    private final ZoneId zone;
    private final boolean words;

    CaseFileSections(CaseView view, Map<String, String> names, ZoneId zone, boolean words) {
        this.view = view;
        this.names = names;
        this.zone = zone;
        this.words = words;
    }

    List<Section> all(List<Deadline> deadlines) {
        return List.of(
                new Section("Case", facts()),
                new Section("Measures", view.steps().stream().map(this::measure).toList()),
                new Section("Minimum documentation", documentation()),
                new Section(
                        "Signed forms",
                        view.forms().stream().flatMap(this::signatures).toList()),
                new Section("Follow-up", followUp()),
                new Section(
                        "Recommendations",
                        view.recommendations().stream()
                                .map(this::recommendation)
                                .toList()),
                new Section("Tasks", view.tasks().stream().map(this::task).toList()),
                new Section("Deadlines", deadlines.stream().map(this::deadline).toList()));
    }

    private List<Item> facts() {
        List<Item> facts = new ArrayList<>();
        CaseView.CaseSummary summary = view.summary();
        facts.add(new Item("Phase", Item.plain(summary.phase())));
        facts.add(new Item("Kind of report", Item.plain(summary.reportKind())));
        facts.add(new Item("Opened", time(summary.openedAt())));
        facts.add(new Item("Breach question", Item.plain(summary.breachQuestion()) + asked(summary)));
        CaseView.ClassificationPart kind = view.classification();
        if (kind != null) {
            facts.add(new Item("Privacy, security", yes(kind.privacy()) + ", " + yes(kind.security())));
            facts.add(new Item("Health information may be involved", yes(kind.phiMayBeInvolved())));
            facts.add(new Item("Improper use or disclosure", yes(kind.improperUseOrDisclosure())));
            facts.add(new Item("Cyber-related", yes(kind.cyberRelated())));
        }
        if (summary.closedAt() != null) {
            facts.add(new Item("Closed", time(summary.closedAt()) + ", concluded on " + summary.concludedOn()));
        }
        return facts;
    }

    private String asked(CaseView.CaseSummary summary) {
        if (summary.breachAskedAt() == null) {
            return "";
        }
        return (summary.breachRequests() > 1 ? ", asked again on " : ", asked on ") + time(summary.breachAskedAt());
    }

    private Item measure(CaseView.StepPart step) {
        String times = Stream.of(step.startedAt(), step.endedAt())
                .filter(Objects::nonNull)
                .map(this::time)
                .collect(Collectors.joining(" to "));
        String head = Item.plain(step.outcome()) + " by " + name(step.recordedBy())
                + (times.isEmpty() ? "" : ", " + times)
                + (step.standing() ? "" : " (replaced, or of an earlier round)");
        return new Item(step.step() + " " + step.title(), head + written(step.result(), step.deviation()));
    }

    private List<Item> documentation() {
        if (view.documentation() == null) {
            return List.of();
        }
        Words.Documentation items = view.documentation().items();
        List<Item> written = new ArrayList<>();
        written.add(new Item(
                "Revision",
                view.documentation().revision() + ", by "
                        + name(view.documentation().writtenBy()) + ", "
                        + time(view.documentation().writtenAt())));
        if (words) {
            add(written, "Reporter", items.reporter());
            add(written, "Investigators", items.investigators());
            add(written, "Data and systems", items.dataAndSystems());
            add(written, "Damage", items.damage());
            add(written, "Suspected cause", items.suspectedCause());
            add(written, "Identified risk", items.identifiedRisk());
            add(written, "Mitigation and restoration", items.mitigationAndRestoration());
            add(written, "Recommendations", items.recommendations());
        }
        return written;
    }

    private Stream<Item> signatures(CaseView.FormPart form) {
        return form.versions().stream()
                .map(version -> new Item(
                        form.form() + ", version " + version.version(),
                        name(version.signedBy()) + ", " + time(version.signedAt()) + "\nSHA-256 " + version.sha256()));
    }

    private List<Item> followUp() {
        if (view.followUp() == null) {
            return List.of();
        }
        Words.FollowUp items = view.followUp().items();
        List<Item> written = new ArrayList<>();
        written.add(new Item(
                "Written by",
                name(view.followUp().writtenBy()) + ", " + time(view.followUp().writtenAt())));
        if (items.costHours() != null && items.costAmount() != null) {
            written.add(new Item("Cost", items.costHours() + " hours, " + items.costAmount() + " US dollars"));
        }
        if (words) {
            add(written, "Impact", items.impact());
            add(written, "Handling", items.handling());
            add(written, "Improvements", items.improvements());
            add(written, "Lessons learned", items.lessonsLearned());
        }
        return written;
    }

    private Item recommendation(CaseView.RecommendationPart one) {
        String answer = one.approved() == null ? "not decided" : one.approved() ? "approved" : "rejected";
        return new Item(
                "Proposed by " + name(one.proposedBy()),
                answer
                        + (one.decidedBy() == null ? "" : " by " + name(one.decidedBy()))
                        + written(one.text(), one.reason()));
    }

    private Item task(CaseView.TaskPart task) {
        return new Item(
                Item.plain(task.owner()) + ", due " + task.dueOn(),
                Item.plain(task.status())
                        + (task.endedOn() == null ? "" : " on " + task.endedOn())
                        + written(task.text(), task.ending()));
    }

    private Item deadline(Deadline one) {
        String due = one.dueOn()
                .map(Object::toString)
                .orElseGet(() -> time(one.dueAt().orElseThrow()));
        String state = one.metOn().map(on -> "met on " + on).orElse(one.cancelled() ? "cancelled" : "open");
        return new Item(one.title(), "due " + due + ", " + state);
    }

    private String written(PersonalText... texts) {
        return words
                ? Stream.of(texts)
                        .filter(Objects::nonNull)
                        .map(text -> "\n" + text.value())
                        .collect(Collectors.joining())
                : "";
    }

    private static void add(List<Item> items, String name, PersonalText text) {
        if (text != null) {
            items.add(new Item(name, text.value()));
        }
    }

    private String name(String subject) {
        return names.getOrDefault(subject, subject);
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    private static String yes(boolean fact) {
        return fact ? "yes" : "no";
    }
}
