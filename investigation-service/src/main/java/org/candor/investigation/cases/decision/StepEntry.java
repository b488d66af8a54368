package org.candor.investigation.cases.decision;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of the work log. It is never edited: a correction, like the end of a step that was begun, is a later entry
 * that replaces it.
 *
 * @param step id in the playbook
 * @param startedAt empty only where the step does not apply
 * @param deviates true when an order rule was knowingly not kept; the reason is kept with the entry's words
 */
public record StepEntry(
        UUID id,
        String step,
        Outcome outcome,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        String recordedBy,
        Instant recordedAt,
        Optional<UUID> replaces,
        boolean deviates,
        int round) {

    /** How a step stands. */
    public enum Outcome {
        STARTED,
        DONE,
        NOT_APPLICABLE
    }

    boolean ended() {
        return outcome != Outcome.STARTED;
    }

    boolean happened() {
        return outcome != Outcome.NOT_APPLICABLE;
    }
}
