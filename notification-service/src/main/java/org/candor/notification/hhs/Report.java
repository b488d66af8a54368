package org.candor.notification.hhs;

import org.candor.events.ObligationKind;

/** The two reports to the Secretary: of the HIPAA breach, and of the Part 2 records in it (42 CFR 2.16(b)). */
public enum Report {
    HIPAA(ObligationKind.HHS_NOTICE),
    PART2(ObligationKind.PART2_REPORT);

    private final ObligationKind duty;

    Report(ObligationKind duty) {
        this.duty = duty;
    }

    ObligationKind duty() {
        return duty;
    }
}
