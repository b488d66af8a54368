package org.candor.notification.telephone;

import org.candor.events.ObligationKind;

/** Why somebody is called. */
public enum Purpose {
    /** Misuse may be imminent: in addition to the letter (45 CFR 164.404(d)(3); the policy says "will"). */
    URGENT(ObligationKind.URGENT_NOTICE),
    /** Fewer than ten have no usable address: instead of the letter (45 CFR 164.404(d)(2)(i)). */
    SUBSTITUTE(ObligationKind.SUBSTITUTE_NOTICE);

    private final ObligationKind duty;

    Purpose(ObligationKind duty) {
        this.duty = duty;
    }

    ObligationKind duty() {
        return duty;
    }
}
