package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The day on which the breach counts as discovered, with every candidate and why it counts or does not.
 *
 * @param on empty while nobody's knowledge counts
 */
public record Discovery(Optional<LocalDate> on, List<Candidate> candidates, String reason) {

    /**
     * @param counted the day that this candidate puts up; empty when his knowledge does not count
     * @param decides true for the first candidate with the earliest day
     */
    public record Candidate(Knowledge knowledge, Optional<LocalDate> counted, boolean decides, String why) {}

    /** The earliest day on which anybody whose knowledge is the entity's knew (45 CFR 164.404(a)(2), 164.410(a)(2)). */
    public static Discovery of(List<Knowledge> knowledge, ZoneId zone) {
        List<Optional<LocalDate>> days =
                knowledge.stream().map(entry -> countedDay(entry, zone)).toList();
        int first = earliest(days);
        List<Candidate> candidates = new ArrayList<>(knowledge.size());
        for (int i = 0; i < knowledge.size(); i++) {
            candidates.add(new Candidate(knowledge.get(i), days.get(i), i == first, why(knowledge.get(i))));
        }
        if (first < 0) {
            return new Discovery(Optional.empty(), candidates, "nobody's knowledge counts as the entity's yet");
        }
        return new Discovery(days.get(first), candidates, reason(knowledge.get(first), days));
    }

    private static int earliest(List<Optional<LocalDate>> days) {
        int first = -1;
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i).isPresent()
                    && (first < 0 || days.get(i).get().isBefore(days.get(first).get()))) {
                first = i;
            }
        }
        return first;
    }

    private static Optional<LocalDate> countedDay(Knowledge entry, ZoneId zone) {
        return switch (entry.by()) {
            case WORKFORCE, AGENT -> Optional.of(entry.at().day(zone));
            case BUSINESS_ASSOCIATE ->
                entry.agentOfEntity()
                        ? Optional.of(entry.at().day(zone))
                        : entry.toldEntityAt().map(told -> told.day(zone));
            case WRONGDOER -> Optional.empty();
        };
    }

    private static String reason(Knowledge deciding, List<Optional<LocalDate>> days) {
        long counting = days.stream().filter(Optional::isPresent).count();
        return "earliest of " + counting + (counting == 1 ? " day that counts: " : " days that count: ")
                + why(deciding);
    }

    private static String why(Knowledge entry) {
        String known = entry.basis() == Basis.ACTUAL ? "known to " : "with reasonable diligence known to ";
        return switch (entry.by()) {
            case WORKFORCE -> known + "a member of the workforce, whose knowledge is the entity's";
            case AGENT -> known + "an agent, whose knowledge is the entity's";
            case WRONGDOER -> "the person who commits the breach never counts";
            case BUSINESS_ASSOCIATE -> whyOfBusinessAssociate(entry, known);
        };
    }

    private static String whyOfBusinessAssociate(Knowledge entry, String known) {
        if (entry.agentOfEntity()) {
            return known + "a business associate that is an agent, whose knowledge is the entity's";
        }
        return entry.toldEntityAt().isPresent()
                ? "a business associate that is no agent told the entity on that day"
                : "a business associate that is no agent has not told the entity yet";
    }
}
