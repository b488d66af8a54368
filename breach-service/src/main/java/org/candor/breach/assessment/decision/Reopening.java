package org.candor.breach.assessment.decision;

import java.time.Instant;

/**
 * A conclusion was taken back; kept for good.
 *
 * @param edition of the worksheet that begins with it
 * @param cause who asked for it
 */
public record Reopening(int edition, Cause cause, String reason, Instant at) {

    /** Whose word it was. */
    public enum Cause {
        /** An officer took the conclusion back. */
        OFFICER,
        /** The case asked the breach question again. */
        CASE
    }
}
