package org.candor.breach.associate.decision;

import java.util.List;
import org.candor.events.ObligationKind;

/** Policy III.B.4: after all notices come mitigation, legal action, and the review of the relationship. */
public final class AfterNotices {

    /**
     * A duty of the breach.
     *
     * @param annual it waits for the end of the year, and the review does not wait for it
     */
    public record Owed(ObligationKind kind, boolean annual, boolean done) {}

    private AfterNotices() {}

    /** Kinds of notices that are still to be given; the associate's own notice to the entity is not one of them. */
    public static List<ObligationKind> missing(List<Owed> duties) {
        return duties.stream()
                .filter(duty ->
                        !duty.done() && !duty.annual() && duty.kind() != ObligationKind.BUSINESS_ASSOCIATE_NOTICE)
                .map(Owed::kind)
                .distinct()
                .toList();
    }
}
