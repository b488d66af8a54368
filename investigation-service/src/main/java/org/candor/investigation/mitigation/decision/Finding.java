package org.candor.investigation.mitigation.decision;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the officers found.
 *
 * @param harm whether a harmful effect is known (policy IV.2)
 * @param harmDescribed true when they said which
 * @param training whether training was considered, and needed (policy IV.3.A.4)
 * @param correctedOn the local day on which the violation was corrected
 */
public record Finding(Harm harm, boolean harmDescribed, Training training, Optional<LocalDate> correctedOn) {

    /** Is a harmful effect known. */
    public enum Harm {
        KNOWN,
        NOT_KNOWN,
        NOT_LOOKED_AT
    }

    /** Was training considered. */
    public enum Training {
        NOT_CONSIDERED,
        NEEDED,
        NOT_NEEDED
    }
}
