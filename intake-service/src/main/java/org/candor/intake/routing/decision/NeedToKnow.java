package org.candor.intake.routing.decision;

import java.util.Set;

/**
 * Who needs what in a report (45 CFR 164.502(b); S2 (C)(1)-(2), (E)(1) and (3)). Privacy and security officer and investigator
 * work on it, so they read what it says. The administrator decides about the case, which tells him enough; he reads the report
 * where he stands in for an officer (policy I.B.1.c), where nobody is in charge, or by an exception. Who reported is known to
 * whoever answers him, and so to those in charge alone.
 */
public final class NeedToKnow {

    private static final Set<String> WORKING = Set.of("privacy-officer", "security-officer", "investigator");

    private static final String ADMINISTRATOR = "administrator";

    private NeedToKnow() {}

    /** How somebody stands to one incident that he may see. */
    public record Standing(Set<String> roles, boolean inCharge, boolean nobodyInCharge, boolean excepted) {

        public Standing {
            roles = Set.copyOf(roles);
        }
    }

    /** Narrative, place, persons named, conversation and files. */
    public static boolean ofReport(Standing his) {
        return his.roles().stream().anyMatch(WORKING::contains)
                || his.inCharge()
                || his.nobodyInCharge()
                || his.excepted();
    }

    /** An exception would open nothing more to him: of those who may ask for one only the administrator lacks a report's words. */
    public static boolean ofAllThatIsHis(Standing his) {
        return ofReport(his) || !his.roles().contains(ADMINISTRATOR);
    }

    /** Name and address of whoever reported; an exception is for the case and does not reach him. */
    public static boolean ofReporter(Standing his) {
        return !his.excepted() && (his.inCharge() || his.nobodyInCharge());
    }
}
