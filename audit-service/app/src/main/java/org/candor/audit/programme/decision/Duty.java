package org.candor.audit.programme.decision;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * A duty through its rounds.
 *
 * <pre>
 *            done, recurring
 *             ┌───────┐
 *             ▼       │
 *  entered ► Open ────┘
 *             ├─ done, once ► Done
 *             └─ cancelled ─► Cancelled
 * </pre>
 */
public sealed interface Duty {

    /** What becomes of a command. */
    sealed interface Outcome {}

    /** It is taken; {@code daysLate} is 0 when in time. */
    record Accepted(Duty next, long daysLate) implements Outcome {}

    /** It is not. */
    record Refused(Refusal why) implements Outcome {}

    /** To be done by its day, which is the last in time. */
    record Open(DutyKind kind, Period every, LocalDate dueOn, Optional<LocalDate> lastDoneOn) implements Duty {

        @Override
        public Outcome done(Completion completion, LocalDate today) {
            return refusal(completion, today)
                    .<Outcome>map(Refused::new)
                    .orElseGet(() -> new Accepted(after(completion), daysLate(completion.doneOn())));
        }

        @Override
        public Outcome cancelled() {
            return new Accepted(new Cancelled(), 0);
        }

        /** A duty is late from the day after its due day on. */
        public long daysLate(LocalDate day) {
            return Math.max(0, day.toEpochDay() - dueOn.toEpochDay());
        }

        private Optional<Refusal> refusal(Completion completion, LocalDate today) {
            if (!kind.evidence().contains(completion.evidence())) {
                return Optional.of(Refusal.EVIDENCE_OF_ANOTHER_KIND);
            }
            if (kind.documented().contains(completion.evidence()) && !completion.documented()) {
                return Optional.of(Refusal.DOCUMENT_MISSING);
            }
            if (completion.doneOn().isAfter(today)) {
                return Optional.of(Refusal.DONE_AFTER_TODAY);
            }
            if (lastDoneOn.filter(completion.doneOn()::isBefore).isPresent()) {
                return Optional.of(Refusal.DONE_BEFORE_THE_LAST);
            }
            return completion.nextDueOn().flatMap(next -> refusalOf(next, completion));
        }

        private Optional<Refusal> refusalOf(LocalDate next, Completion completion) {
            if (every.isZero()) {
                return Optional.of(Refusal.NO_NEXT);
            }
            if (!next.isAfter(completion.doneOn())) {
                return Optional.of(Refusal.NEXT_NOT_AHEAD);
            }
            boolean late = next.isAfter(completion.doneOn().plus(every));
            return late && !(kind.stretchable() && completion.reasoned())
                    ? Optional.of(Refusal.NEXT_TOO_LATE)
                    : Optional.empty();
        }

        /** Counted from the day on which it was done, so that two are never further apart than the interval. */
        private Duty after(Completion completion) {
            return every.isZero()
                    ? new Done()
                    : new Open(
                            kind,
                            every,
                            completion.nextDueOn().orElse(completion.doneOn().plus(every)),
                            Optional.of(completion.doneOn()));
        }
    }

    /** Done for good. */
    record Done() implements Duty {}

    /** No longer asked for. */
    record Cancelled() implements Duty {}

    /** Whether it is taken for done. */
    default Outcome done(Completion completion, LocalDate today) {
        return new Refused(Refusal.NO_LONGER_OPEN);
    }

    /** Whether it may end without being done. */
    default Outcome cancelled() {
        return new Refused(Refusal.NO_LONGER_OPEN);
    }
}
