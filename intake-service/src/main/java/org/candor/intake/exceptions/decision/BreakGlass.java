package org.candor.intake.exceptions.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Opens a restricted case to somebody outside it, or a report's words to the administrator, for a time (45 CFR 164.502(b); S2 (E)(2)). Never to whom it may be about:
 * for him it does not exist (policy I.B.1.c), and nothing tells him otherwise.
 *
 * @param usual how long it lasts unless he says
 * @param longest more is refused; at most 8 hours, after which somebody in charge decides
 */
public record BreakGlass(Duration usual, Duration longest) {

    private static final Duration ONE_SHIFT = Duration.ofHours(8);

    public BreakGlass {
        if (usual.isZero() || usual.isNegative() || usual.compareTo(longest) > 0 || longest.compareTo(ONE_SHIFT) > 0) {
            throw new IllegalArgumentException(
                    "candor.break-glass: usual is more than nothing and at most longest, longest at most 8 hours");
        }
    }

    /**
     * How somebody stands to an incident.
     *
     * @param granted its legal entity is among his
     * @param mayRead he sees that it is there, and all of it that his roles can open
     */
    public record Standing(boolean recused, boolean granted, boolean mayRead) {

        public Standing reading(boolean all) {
            return new Standing(recused, granted, all);
        }
    }

    /** Why it stays shut. */
    public enum Refusal {
        /** There is no such incident for him. */
        HIDDEN,
        /** He reads it already. */
        READABLE_ALREADY,
        TOO_LONG
    }

    /** Open until then, or the refusal; exactly one of them is there. */
    public record Answer(Optional<Instant> until, Optional<Refusal> refusal) {

        static Answer open(Instant until) {
            return new Answer(Optional.of(until), Optional.empty());
        }

        static Answer refused(Refusal refusal) {
            return new Answer(Optional.empty(), Optional.of(refusal));
        }
    }

    /** The recusal goes before everything: no other refusal may tell him that there is something. */
    public Answer decide(Standing his, Optional<Duration> asked, Instant now) {
        if (his.recused() || !his.granted()) {
            return Answer.refused(Refusal.HIDDEN);
        }
        if (his.mayRead()) {
            return Answer.refused(Refusal.READABLE_ALREADY);
        }
        Duration lasting = asked.orElse(usual);
        return lasting.compareTo(longest) > 0 ? Answer.refused(Refusal.TOO_LONG) : Answer.open(now.plus(lasting));
    }
}
