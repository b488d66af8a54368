package org.candor.notification.clearance.decision;

import java.time.LocalDate;
import java.util.Optional;

/** May a batch go out? */
public sealed interface Verdict {

    /** It may, as long as {@link Clearing#fresh} says so. */
    record Go() implements Verdict {}

    /** @param until of a hold: first day on which it may go again */
    record Wait(Cause cause, Optional<LocalDate> until) implements Verdict {}

    /** Why nothing goes out. */
    enum Cause {
        /** A law-enforcement statement holds the notice (45 CFR 164.412). */
        NOTICE_HELD,
        /** breach-service did not answer, and silence is no clearance. */
        NO_CLEARANCE,
        /** breach-service no longer says that the notice is owed. */
        NOT_OWED,
        /** The duties ask for an element that the approved letter does not hold (policy III.D.1.a.iii). */
        LETTER_LACKS_ELEMENTS
    }
}
