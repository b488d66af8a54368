package org.candor.audit.retention.decision;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known about the end of one incident. The clock starts with the latest of the case's conclusion, the end of the
 * campaign (a substitute posting may run on for weeks after the case is closed) and the day on which the newest record was
 * made; no later fact ever moves the date back.
 *
 * @param caseConcludedOn empty before the case was closed for the first time
 * @param caseReopened true while a case that was closed is open again: it will have a later conclusion
 * @param campaignOpen true while notices are being given
 * @param campaignCompletedOn empty without a completed campaign
 * @param lastRecordOn day of the newest retained document; empty without one
 * @param keepThrough the date told last; empty before the first
 */
public record IncidentRetention(
        Optional<LocalDate> caseConcludedOn,
        boolean caseReopened,
        boolean campaignOpen,
        Optional<LocalDate> campaignCompletedOn,
        Optional<LocalDate> lastRecordOn,
        Optional<LocalDate> keepThrough) {

    /** Nothing has ended. */
    public static final IncidentRetention OPEN =
            new IncidentRetention(Optional.empty(), false, false, Optional.empty(), Optional.empty(), Optional.empty());

    /** A date to tell: what counts last happened on that day, the records are kept through that one, for that reason. */
    public record Kept(LocalDate concludedOn, LocalDate keepThrough, String reason) {}

    /** The state after a fact, and the date that it makes; none when the date stays as it was. */
    public record Decision(IncidentRetention next, Optional<Kept> kept) {}

    private record End(LocalDate day, String what) {}

    public Decision caseClosed(LocalDate concludedOn, RetentionRule rule) {
        return new IncidentRetention(
                        Optional.of(later(caseConcludedOn, concludedOn)),
                        false,
                        campaignOpen,
                        campaignCompletedOn,
                        lastRecordOn,
                        keepThrough)
                .decided(rule);
    }

    public Decision caseOpenedAgain() {
        return unchanged(new IncidentRetention(
                caseConcludedOn, true, campaignOpen, campaignCompletedOn, lastRecordOn, keepThrough));
    }

    public Decision campaignOpened() {
        return unchanged(new IncidentRetention(
                caseConcludedOn, caseReopened, true, campaignCompletedOn, lastRecordOn, keepThrough));
    }

    public Decision campaignCompleted(LocalDate completedOn, RetentionRule rule) {
        return new IncidentRetention(
                        caseConcludedOn,
                        caseReopened,
                        false,
                        Optional.of(later(campaignCompletedOn, completedOn)),
                        lastRecordOn,
                        keepThrough)
                .decided(rule);
    }

    /** A document was frozen on that day: six years run from its creation where that is the latest. */
    public Decision recordMade(LocalDate day, RetentionRule rule) {
        return new IncidentRetention(
                        caseConcludedOn,
                        caseReopened,
                        campaignOpen,
                        campaignCompletedOn,
                        Optional.of(later(lastRecordOn, day)),
                        keepThrough)
                .decided(rule);
    }

    private static Decision unchanged(IncidentRetention next) {
        return new Decision(next, Optional.empty());
    }

    private Decision decided(RetentionRule rule) {
        if (caseConcludedOn.isEmpty()) {
            return unchanged(this);
        }
        End end = latest();
        LocalDate through = rule.keepThrough(end.day());
        if (keepThrough.isPresent() && !through.isAfter(keepThrough.get())) {
            return unchanged(this);
        }
        IncidentRetention next = new IncidentRetention(
                caseConcludedOn, caseReopened, campaignOpen, campaignCompletedOn, lastRecordOn, Optional.of(through));
        return new Decision(next, Optional.of(new Kept(end.day(), through, reason(rule, end))));
    }

    /** Of two on the same day the conclusion is named. */
    private End latest() {
        return Stream.of(
                        lastRecordOn.map(day -> new End(day, "the last record was made")),
                        campaignCompletedOn.map(day -> new End(day, "the notices were completed")),
                        caseConcludedOn.map(day -> new End(day, "the investigation was concluded")))
                .flatMap(Optional::stream)
                .reduce((a, b) -> Comparator.comparing(End::day).compare(a, b) > 0 ? a : b)
                .orElseThrow();
    }

    private String reason(RetentionRule rule, End end) {
        String stillOpen = campaignOpen ? "; notices still run, so a later day will follow" : "";
        return rule.id() + " (" + rule.citation() + "): kept for "
                + rule.keptFor().getYears() + " years after " + end.what() + " on " + end.day() + stillOpen;
    }

    private static LocalDate later(Optional<LocalDate> known, LocalDate other) {
        return known.filter(other::isBefore).orElse(other);
    }
}
