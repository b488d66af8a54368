package org.candor.audit.retention.decision;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known about the end of one incident. The clock starts with the later of the case's conclusion and the end of the
 * campaign (a substitute posting may run on for weeks after the case is closed), and no later fact ever moves the date back.
 *
 * @param caseConcludedOn empty before the case was closed for the first time
 * @param campaignOpen true while notices are being given
 * @param campaignCompletedOn empty without a completed campaign
 * @param keepThrough the date told last; empty before the first
 */
public record IncidentRetention(
        Optional<LocalDate> caseConcludedOn,
        boolean campaignOpen,
        Optional<LocalDate> campaignCompletedOn,
        Optional<LocalDate> keepThrough) {

    /** Nothing has ended. */
    public static final IncidentRetention OPEN =
            new IncidentRetention(Optional.empty(), false, Optional.empty(), Optional.empty());

    /** A date to tell: the incident ended on that day and is kept through that one, for that reason. */
    public record Kept(LocalDate concludedOn, LocalDate keepThrough, String reason) {}

    /** The state after a fact, and the date that it makes; none when the date stays as it was. */
    public record Decision(IncidentRetention next, Optional<Kept> kept) {}

    public Decision caseClosed(LocalDate concludedOn, RetentionRule rule) {
        Optional<LocalDate> later = Optional.of(later(caseConcludedOn, concludedOn));
        return new IncidentRetention(later, campaignOpen, campaignCompletedOn, keepThrough).decided(rule);
    }

    public Decision campaignOpened() {
        return new Decision(
                new IncidentRetention(caseConcludedOn, true, campaignCompletedOn, keepThrough), Optional.empty());
    }

    public Decision campaignCompleted(LocalDate completedOn, RetentionRule rule) {
        Optional<LocalDate> later = Optional.of(later(campaignCompletedOn, completedOn));
        return new IncidentRetention(caseConcludedOn, false, later, keepThrough).decided(rule);
    }

    private Decision decided(RetentionRule rule) {
        if (caseConcludedOn.isEmpty()) {
            return new Decision(this, Optional.empty());
        }
        LocalDate concludedOn = Stream.concat(caseConcludedOn.stream(), campaignCompletedOn.stream())
                .max(LocalDate::compareTo)
                .orElseThrow();
        LocalDate through = rule.keepThrough(concludedOn);
        if (keepThrough.isPresent() && !through.isAfter(keepThrough.get())) {
            return new Decision(this, Optional.empty());
        }
        IncidentRetention next =
                new IncidentRetention(caseConcludedOn, campaignOpen, campaignCompletedOn, Optional.of(through));
        return new Decision(next, Optional.of(new Kept(concludedOn, through, reason(rule, concludedOn))));
    }

    private String reason(RetentionRule rule, LocalDate concludedOn) {
        String end = campaignCompletedOn.filter(concludedOn::equals).isPresent()
                        && !caseConcludedOn.get().equals(concludedOn)
                ? "the notices were completed"
                : "the investigation was concluded";
        String stillOpen = campaignOpen ? "; notices still run, so a later day will follow" : "";
        return rule.id() + " (" + rule.citation() + "): kept for "
                + rule.keptFor().getYears() + " years after " + end + " on " + concludedOn + stillOpen;
    }

    private static LocalDate later(Optional<LocalDate> known, LocalDate other) {
        return known.filter(other::isBefore).orElse(other);
    }
}
