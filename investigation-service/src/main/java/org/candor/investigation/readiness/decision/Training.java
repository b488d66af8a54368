package org.candor.investigation.readiness.decision;

import java.time.LocalDate;

/**
 * A course that somebody completed; it counts up to and including its last day.
 *
 * @param course code of the catalogue
 */
public record Training(String course, LocalDate completedOn, LocalDate validUntil) {

    /** Without this one nobody works on affected systems (policy I.A.3.b). */
    public static final String INCIDENT_RESPONSE = "INCIDENT_RESPONSE";
}
