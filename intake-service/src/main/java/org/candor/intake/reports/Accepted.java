package org.candor.intake.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.intake.reports.decision.Relation;

/** The part of the answer that may be kept for a retry; the receipt is made again from the retry's key. */
record Accepted(UUID incidentId, Instant receivedAt, boolean late, LocalDate answerDueOn, boolean byAssociate) {

    static Accepted of(Report report) {
        return new Accepted(
                report.incidentId,
                report.receivedAt,
                report.late,
                report.answerDueOn,
                report.relation == Relation.BUSINESS_ASSOCIATE);
    }
}
