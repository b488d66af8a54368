package org.candor.breach.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.candor.breach.log.AnnualRunView.Entry;
import org.candor.breach.log.AnnualRunView.Field;
import org.candor.breach.log.AnnualRunView.Report;
import org.candor.breach.log.AnnualRunView.Screen;
import org.candor.breach.log.decision.AnnualRun;

/** Lays the breaches of a year out as the portal asks for them, screen by screen. */
final class AnnualRuns {

    private static final String ANNUAL = "ANNUAL_LOG";

    private AnnualRuns() {}

    static AnnualRunView of(BreachLog log) {
        List<Entry> entries = new ArrayList<>();
        for (LogEntry breach : log.entries()) {
            if (ANNUAL.equals(breach.track())) {
                entries.add(hipaa(breach));
            }
            if (breach.part2() != null && ANNUAL.equals(breach.part2().track())) {
                entries.add(part2(breach));
            }
        }
        int open = (int) entries.stream().filter(entry -> !entry.entered()).count();
        return new AnnualRunView(log.year(), AnnualRun.due(log.year()), open, entries, log.disclaimer());
    }

    private static Entry hipaa(LogEntry breach) {
        return new Entry(
                breach.incidentId(),
                breach.importId(),
                breach.reference(),
                Report.HIPAA,
                breach.reportDue(),
                breach.reportedOn() != null,
                breach.reportedOn(),
                breach.trackingNumber(),
                screens(breach, breach.individuals()));
    }

    private static Entry part2(LogEntry breach) {
        LogEntry.Part2Report report = breach.part2();
        return new Entry(
                breach.incidentId(),
                breach.importId(),
                breach.reference(),
                Report.PART2,
                report.due(),
                report.reportedOn() != null,
                report.reportedOn(),
                report.trackingNumber(),
                screens(breach, report.records()));
    }

    private static List<Screen> screens(LogEntry breach, long people) {
        return List.of(
                new Screen("1 General", List.of(field("Report type", "Initial Breach Report"))),
                new Screen(
                        "2 Contact",
                        List.of(field("Covered entity", breach.entityName()), open("Address and contact"))),
                breach(breach, people),
                notices(breach),
                new Screen("5 Attestation", List.of(open("Name and date"))));
    }

    private static Screen breach(LogEntry breach, long people) {
        String count = (breach.estimated() ? "about " : "") + people;
        return new Screen(
                "3 Breach",
                List.of(
                        field("Breach affecting", "Fewer Than 500 Individuals"),
                        open("Breach start and end date"),
                        field("Discovery start date", breach.discoveredOn()),
                        open("Discovery end date"),
                        field("Approximate number of individuals affected", count),
                        open("Type of breach"),
                        open("Location of breached information"),
                        open("Type of PHI"),
                        open("Brief description"),
                        open("Safeguards in place prior to the breach")));
    }

    private static Screen notices(LogEntry breach) {
        LogEntry.Notices notices = breach.notices();
        return new Screen(
                "4 Notice and actions",
                List.of(
                        field("Individual notice provided, start date", breach.individualsToldOn()),
                        notices == null ? open("Substitute notice") : field("Substitute notice", substitute(notices)),
                        notices == null ? open("Media notice") : field("Media notice", media(notices)),
                        open("Actions taken in response")));
    }

    private static String substitute(LogEntry.Notices notices) {
        if (notices.undeliverable() == 0) {
            return "No";
        }
        return notices.undeliverable() < 10 ? "Yes, fewer than 10" : "Yes, 10 or more";
    }

    private static String media(LogEntry.Notices notices) {
        return notices.media().isEmpty() ? "No" : "Yes: " + String.join(", ", notices.media());
    }

    private static Field field(String name, Object answer) {
        return new Field(name, answer == null ? null : Objects.toString(answer));
    }

    private static Field open(String name) {
        return new Field(name, null);
    }
}
