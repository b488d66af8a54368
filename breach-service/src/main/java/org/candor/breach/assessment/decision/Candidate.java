package org.candor.breach.assessment.decision;

import java.time.Instant;
import java.util.Optional;
import org.candor.breach.obligations.decision.Knowledge;
import org.candor.events.CaseEvent.KnownBy;

/**
 * A candidate for the day of discovery, kept for good (policy III.C). A wrong one is not removed: another replaces it.
 *
 * @param how how it was learned, in words
 * @param replaces key of the candidate that this one corrects
 */
public record Candidate(Knowledge knowledge, String how, Optional<String> replaces, Instant recordedAt) {

    /** How the keys begin of candidates that a report brought, and no officer. */
    public static final String OF_A_REPORT = "report-";

    /** The same, correcting that one. */
    public Candidate inPlaceOf(Optional<Candidate> earlier) {
        return new Candidate(knowledge, how, earlier.map(Candidate::key), recordedAt);
    }

    public String key() {
        return knowledge.key();
    }

    boolean ofAnAssociatesReport() {
        return key().startsWith(OF_A_REPORT) && knowledge.by() == KnownBy.BUSINESS_ASSOCIATE;
    }
}
