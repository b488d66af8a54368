package org.candor.investigation.cases.decision;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * A complaint must be answered within 30 days (policy I.G.1), whatever the case turns out to be: the regulation asks that
 * every complaint and its disposition be documented (45 CFR 164.530(d)(2)).
 *
 * @param dueOn the last day in the entity's zone; empty until the directory has told the zone
 * @param extendedTo the later day that the complainant was told before the first had come
 * @param answeredOn the day the answer was given
 */
public record Complaint(
        Instant receivedAt, Optional<LocalDate> dueOn, Optional<LocalDate> extendedTo, Optional<LocalDate> answeredOn) {

    /** Calendar days from receipt, the day of receipt not counted. */
    public static final int DAYS_TO_ANSWER = 30;

    public static final String KIND = "COMPLAINT_ANSWER";
    public static final String CITATION = "Policy I.G.1; 45 CFR 164.530(d)";

    static Complaint received(Instant at) {
        return new Complaint(at, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** With the thirtieth day of the entity's zone; a day that was told once stands, whatever zone the entity has later. */
    public Complaint due(ZoneId zone) {
        if (dueOn.isPresent()) {
            return this;
        }
        LocalDate received = receivedAt.atZone(zone).toLocalDate();
        return new Complaint(receivedAt, Optional.of(received.plusDays(DAYS_TO_ANSWER)), extendedTo, answeredOn);
    }

    Complaint extended(LocalDate to) {
        return new Complaint(receivedAt, dueOn, Optional.of(to), answeredOn);
    }

    Complaint answered(LocalDate on) {
        return new Complaint(receivedAt, dueOn, extendedTo, Optional.of(on));
    }

    /** The day that counts: the extended one, else the thirtieth. */
    public Optional<LocalDate> lastDay() {
        return extendedTo.or(() -> dueOn);
    }

    /** The duty keeps one id for its whole life, whoever computes it again. */
    static UUID deadlineId(UUID incidentId) {
        return UUID.nameUUIDFromBytes((KIND + ":" + incidentId).getBytes(StandardCharsets.UTF_8));
    }
}
