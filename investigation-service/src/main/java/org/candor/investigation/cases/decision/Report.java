package org.candor.investigation.cases.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candor.events.CaseEvent.Knowledge;
import org.candor.events.CaseEvent.KnownBy;
import org.candor.events.ReportKind;

/**
 * What the case knows of the report that opened it: codes and times, no words of the reporter.
 *
 * @param byWorkforce the reporter's knowledge is the entity's (45 CFR 164.404(a)(2))
 * @param byBusinessAssociate the reporter speaks for a business associate
 */
public record Report(
        ReportKind kind,
        boolean byWorkforce,
        boolean byBusinessAssociate,
        boolean anonymous,
        boolean phiPossible,
        boolean urgent,
        Optional<Instant> happenedAt,
        Optional<Instant> learnedAt,
        Instant receivedAt) {

    /**
     * Who knew when. A workforce member's knowledge counts from when he learned of it; whoever else reports, the entity
     * knows at the latest when the report has reached its officers.
     */
    List<Knowledge> knowledge() {
        List<Knowledge> known = new ArrayList<>();
        if (byBusinessAssociate) {
            learnedAt.ifPresent(at -> known.add(new Knowledge(KnownBy.BUSINESS_ASSOCIATE, at)));
        }
        known.add(new Knowledge(KnownBy.WORKFORCE, byWorkforce ? learnedAt.orElse(receivedAt) : receivedAt));
        return List.copyOf(known);
    }

    /** The earliest moment at which anybody whose knowledge may be the entity's knew. */
    public Instant firstKnownAt() {
        return knowledge().stream().map(Knowledge::at).min(Instant::compareTo).orElse(receivedAt);
    }
}
