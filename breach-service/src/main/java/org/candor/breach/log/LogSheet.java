package org.candor.breach.log;

import static org.candor.breach.log.Sheet.text;

import java.util.List;

/** The log as a table for other programs. */
final class LogSheet {

    private static final List<String> HEADER = List.of(
            "Incident",
            "Earlier reference",
            "Legal entity",
            "Outcome",
            "Discovered on",
            "Individuals",
            "Estimated",
            "Track",
            "Individuals told on",
            "Report due",
            "Reported on",
            "Days late",
            "Tracking number",
            "Addendum due",
            "Part 2 records",
            "Part 2 report due",
            "Part 2 reported on",
            "Part 2 tracking number");

    private LogSheet() {}

    static Sheet of(BreachLog log) {
        return new Sheet(
                "Breach log " + log.year(),
                HEADER,
                log.entries().stream().map(LogSheet::cells).toList(),
                log.disclaimer());
    }

    private static List<String> cells(LogEntry entry) {
        LogEntry.Part2Report part2 =
                entry.part2() == null ? new LogEntry.Part2Report(0, null, null, null, null) : entry.part2();
        return List.of(
                text(entry.incidentId()),
                text(entry.reference()),
                text(entry.entityName()),
                text(entry.outcome()),
                text(entry.discoveredOn()),
                Long.toString(entry.individuals()),
                entry.estimated() ? "yes" : "no",
                text(entry.track()),
                text(entry.individualsToldOn()),
                text(entry.reportDue()),
                text(entry.reportedOn()),
                text(entry.daysLate()),
                text(entry.trackingNumber()),
                text(entry.addendumDue()),
                Long.toString(part2.records()),
                text(part2.due()),
                text(part2.reportedOn()),
                text(part2.trackingNumber()));
    }
}
