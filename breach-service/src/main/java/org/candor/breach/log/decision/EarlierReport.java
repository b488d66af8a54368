package org.candor.breach.log.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * When the Secretary had to be told of a breach that was worked on before (45 CFR 164.408), without any delay.
 *
 * @param track {@code CONTEMPORANEOUS} or {@code ANNUAL_LOG}
 */
public record EarlierReport(String track, LocalDate due) {

    /** Records under 42 CFR Part 2 are reported apart for discoveries from this day. */
    public static final LocalDate FIRST_PART2_REPORT = LocalDate.of(2026, 2, 16);

    private static final long MANY = 500;
    private static final int DAYS = 60;
    private static final LocalDate FIRST_DISCOVERY = LocalDate.of(2009, 9, 23);

    /** What is wrong with one field, in words. */
    public record Fault(String field, String says) {}

    /** 500 or more: with the first letter, and by day 60; fewer: after the year of discovery. */
    public static EarlierReport of(LocalDate discovered, long individuals, LocalDate firstLetter) {
        if (individuals < MANY) {
            return new EarlierReport("ANNUAL_LOG", AnnualRun.due(discovered.getYear()));
        }
        LocalDate limit = discovered.plusDays(DAYS);
        boolean earlier = firstLetter != null && firstLetter.isBefore(limit);
        return new EarlierReport("CONTEMPORANEOUS", earlier ? firstLetter : limit);
    }

    /** In the order of the fields. */
    public static List<Fault> faults(
            LocalDate discovered,
            long individuals,
            long part2Records,
            LocalDate told,
            LocalDate reported,
            boolean numbered,
            LocalDate tomorrow) {
        List<Fault> faults = new ArrayList<>();
        if (discovered.isBefore(FIRST_DISCOVERY) || !discovered.isBefore(tomorrow)) {
            faults.add(new Fault("discoveredOn", "must lie between " + FIRST_DISCOVERY + " and today"));
        }
        if (part2Records > individuals) {
            faults.add(new Fault("part2Records", "is more than individuals"));
        }
        addOutside(faults, "toldOn", told, discovered, tomorrow);
        addOutside(faults, "reportedOn", reported, discovered, tomorrow);
        if (numbered && reported == null) {
            faults.add(new Fault("trackingNumber", "comes with the day of the report"));
        }
        return faults;
    }

    /** As {@link #faults}, of the separate report under 42 CFR Part 2. */
    public static List<Fault> part2Faults(
            LocalDate discovered, long part2Records, LocalDate reported, boolean numbered, LocalDate tomorrow) {
        List<Fault> faults = new ArrayList<>();
        addOutside(faults, "part2ReportedOn", reported, discovered, tomorrow);
        if (reported != null && part2Records == 0) {
            faults.add(new Fault("part2ReportedOn", "comes with part2Records"));
        }
        if (numbered && reported == null) {
            faults.add(new Fault("part2TrackingNumber", "comes with part2ReportedOn"));
        }
        return faults;
    }

    private static void addOutside(
            List<Fault> faults, String field, LocalDate day, LocalDate discovered, LocalDate tomorrow) {
        if (day != null && (day.isBefore(discovered) || !day.isBefore(tomorrow))) {
            faults.add(new Fault(field, "must lie between the discovery and today"));
        }
    }
}
