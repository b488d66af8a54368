package org.candor.notification.roster.decision;

import org.candor.events.NoticeMethod;
import org.candor.notification.roster.decision.WayOfNotice.Reason;

/** What becomes of a person whose letter came back. */
public record AfterReturn(NoticeMethod method, Reason reason) {

    /**
     * The living are owed substitute notice; next of kin of the dead are not, and never count (45 CFR 164.404(d)(2)).
     *
     * @param reason by which the address of the letter was chosen
     */
    public static AfterReturn of(Reason reason) {
        return switch (reason) {
            case NEXT_OF_KIN_OF_THE_DEAD,
                    NEXT_OF_KIN_UNREACHABLE,
                    DEAD_WITHOUT_KNOWN_NEXT_OF_KIN,
                    DEAD_OVER_FIFTY_YEARS -> new AfterReturn(NoticeMethod.NONE, Reason.NEXT_OF_KIN_UNREACHABLE);
            case CONFIDENTIAL_ADDRESS, CONFIDENTIAL_ADDRESS_UNUSABLE ->
                new AfterReturn(NoticeMethod.SUBSTITUTE_POSTING, Reason.CONFIDENTIAL_ADDRESS_UNUSABLE);
            case AGREED_TO_EMAIL,
                    PERSONAL_REPRESENTATIVE,
                    PARENT_OF_A_MINOR,
                    MINOR_WHO_CONSENTED,
                    REPRESENTATIVE_EXCLUDED,
                    LAST_KNOWN_ADDRESS,
                    NO_USABLE_ADDRESS -> new AfterReturn(NoticeMethod.SUBSTITUTE_POSTING, Reason.NO_USABLE_ADDRESS);
        };
    }

    /** Where that leaves the person in the roster. */
    public String state() {
        return method == NoticeMethod.NONE ? "NOBODY" : "SUBSTITUTE";
    }
}
