package org.candor.notification.campaign.decision;

import java.time.LocalDate;
import java.util.Optional;

/** The answer to a command. */
public sealed interface Outcome {

    /** @param completed true when this very step completed the campaign */
    record Accepted(Campaign next, boolean completed) implements Outcome {}

    /** @param until of a hold: first day on which it may go again */
    record Refused(Refusal refusal, Optional<LocalDate> until) implements Outcome {}

    /** Why not. */
    enum Refusal {
        LETTER_NOT_APPROVED,
        AUTHOR_MAY_NOT_APPROVE,
        RUN_UNDER_WAY,
        NO_RUN_UNDER_WAY,
        NOBODY_PENDING,
        NOTICE_HELD,
        NO_SUCH_DUTY,
        ALREADY_DONE,
        DAY_IN_THE_FUTURE,
        DELEGATED,
        NOT_DELEGATED
    }
}
