package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A statement of a law-enforcement official that a notice would impede an investigation or harm national security
 * (45 CFR 164.412).
 *
 * @param until the time the statement gives; empty when it gives none
 * @param ground empty only in a preview, and in what was recorded before it was asked
 */
public record LawEnforcementDelay(
        Form form,
        LocalDate statedOn,
        Optional<LocalDate> until,
        Optional<Ground> ground,
        String official,
        String agency) {

    /** How the statement was made. */
    public enum Form {
        ORAL,
        WRITTEN
    }

    /** What a notice would do; nothing else delays it. */
    public enum Ground {
        IMPEDE_INVESTIGATION,
        DAMAGE_NATIONAL_SECURITY
    }

    /** Section 164.412(a) asks for a writing <em>and</em> a time; anything less is held for the oral limit. */
    boolean writtenWithTime() {
        return form == Form.WRITTEN && until.isPresent();
    }
}
