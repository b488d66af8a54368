package org.candor.notification.telephone;

import org.candor.events.ObligationKind;

/** Why somebody is called. */
public enum Purpose {
    /** Misuse may be imminent: in addition to the letter (45 CFR 164.404(d)(3); the policy says "will"). */
    URGENT(ObligationKind.URGENT_NOTICE, "45 CFR 164.404(d)(3)"),
    /** Fewer than ten have no usable address: instead of the letter (45 CFR 164.404(d)(2)(i)). */
    SUBSTITUTE(ObligationKind.SUBSTITUTE_NOTICE, "45 CFR 164.404(d)(2)(i)");

    private final ObligationKind duty;
    private final String citation;

    Purpose(ObligationKind duty, String citation) {
        this.duty = duty;
        this.citation = citation;
    }

    ObligationKind duty() {
        return duty;
    }

    public String citation() {
        return citation;
    }
}
