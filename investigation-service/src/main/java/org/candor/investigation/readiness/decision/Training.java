package org.candor.investigation.readiness.decision;

import java.time.LocalDate;

/** A course that somebody completed; it counts up to and including its last day. */
public record Training(Course course, LocalDate completedOn, LocalDate validUntil) {

    /** What is taught. */
    public enum Course {
        INCIDENT_RESPONSE,
        PRIVACY,
        FORENSICS,
        EXERCISE
    }
}
