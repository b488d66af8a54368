package org.candor.audit.reading.decision;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The rules for one person's readings of one day.
 *
 * @param mostIncidents more than so many different ones are unusual
 * @param nightFrom first moment of the night, local
 * @param nightUntil first moment after the night, local; earlier than {@code nightFrom}
 */
public record UnusualReading(int mostIncidents, LocalTime nightFrom, LocalTime nightUntil) {

    public UnusualReading {
        if (mostIncidents < 1 || !nightUntil.isBefore(nightFrom)) {
            throw new IllegalArgumentException("A night goes over midnight, and one incident is never many");
        }
    }

    /** What to look at; at most one finding of each rule. All reads must be of that person and day. */
    public List<Finding> findings(String person, List<Read> reads) {
        List<Finding> findings = new ArrayList<>();
        Set<UUID> all = incidents(reads, read -> true);
        if (all.size() > mostIncidents) {
            findings.add(new Finding(person, Rule.VOLUME, all));
        }
        add(findings, person, Rule.HOUR, incidents(reads, this::atNight));
        add(findings, person, Rule.NOT_IN_CHARGE, incidents(reads, read -> !read.inCharge() && !read.oversight()));
        return List.copyOf(findings);
    }

    private boolean atNight(Read read) {
        LocalTime local = LocalTime.ofInstant(read.at(), read.zone());
        return !local.isBefore(nightFrom) || local.isBefore(nightUntil);
    }

    private static void add(List<Finding> findings, String person, Rule rule, Set<UUID> incidents) {
        if (!incidents.isEmpty()) {
            findings.add(new Finding(person, rule, incidents));
        }
    }

    private static Set<UUID> incidents(List<Read> reads, Predicate<Read> wanted) {
        return reads.stream().filter(wanted).map(Read::incidentId).collect(Collectors.toSet());
    }
}
