package org.candor.notification.roster.decision;

/** Why contact data counts as insufficient or out of date (45 CFR 164.404(d)(2)). */
public enum AddressFlaw {
    STREET_MISSING,
    CITY_MISSING,
    STATE_MISSING,
    STATE_UNKNOWN,
    ZIP_MISSING,
    ZIP_MALFORMED,
    ZIP_OF_ANOTHER_STATE,
    KNOWN_BAD
}
