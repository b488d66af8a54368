package org.candor.audit.role.decision;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * An exception of access: asked for by a manager, decided by somebody else, and never without an end.
 *
 * <pre>
 *  Requested ─ granted ► Granted ─ ended ► Over
 *      └────── refused ──────────────────► Over
 * </pre>
 */
public sealed interface AccessException {

    /** No exception is longer; whoever needs it longer needs a role, or asks anew. */
    Period LONGEST = Period.ofYears(1);

    /** Why a command is not taken. */
    enum Refusal {
        NOT_IN_THAT_STATE,
        OWN_REQUEST,
        END_NOT_AHEAD,
        END_TOO_LATE
    }

    /** Undecided. */
    record Requested(String requestedBy, String person) implements AccessException {

        @Override
        public Optional<Refusal> grant(String decidedBy, LocalDate untilOn, LocalDate today) {
            if (decidedBy.equals(requestedBy) || decidedBy.equals(person)) {
                return Optional.of(Refusal.OWN_REQUEST);
            }
            if (!untilOn.isAfter(today)) {
                return Optional.of(Refusal.END_NOT_AHEAD);
            }
            return untilOn.isAfter(today.plus(LONGEST)) ? Optional.of(Refusal.END_TOO_LATE) : Optional.empty();
        }

        @Override
        public Optional<Refusal> refuse() {
            return Optional.empty();
        }
    }

    /** In force through its last day. */
    record Granted() implements AccessException {

        @Override
        public Optional<Refusal> end() {
            return Optional.empty();
        }
    }

    /** Refused, or ended. */
    record Over() implements AccessException {}

    /** What stands against granting it through that day; empty where nothing does. */
    default Optional<Refusal> grant(String decidedBy, LocalDate untilOn, LocalDate today) {
        return Optional.of(Refusal.NOT_IN_THAT_STATE);
    }

    /** What stands against refusing it; who asked may take it back so. */
    default Optional<Refusal> refuse() {
        return Optional.of(Refusal.NOT_IN_THAT_STATE);
    }

    /** What stands against ending it. */
    default Optional<Refusal> end() {
        return Optional.of(Refusal.NOT_IN_THAT_STATE);
    }
}
