package org.candor.breach.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.events.AssessmentOutcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One breach in the log.
 *
 * @param incidentId of a breach that was worked on here; absent for one that was brought in
 * @param importId of an earlier breach that was brought in, with the {@code reference} it had before
 * @param individualsToldOn the first letter
 * @param reportDue last lawful day of the report to the Secretary
 * @param daysLate only once it was reported
 * @param addendumDue by when the reported count should be corrected or confirmed
 * @param part2 the separate report under 42 CFR Part 2; absent where none is owed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BreachLogEntry")
public record LogEntry(
        UUID incidentId,
        UUID importId,
        String reference,
        String entityId,
        String entityName,
        AssessmentOutcome outcome,
        LocalDate discoveredOn,
        long individuals,
        boolean estimated,
        String track,
        LocalDate individualsToldOn,
        LocalDate reportDue,
        LocalDate reportedOn,
        Long daysLate,
        String trackingNumber,
        LocalDate addendumDue,
        Notices notices,
        Part2Report part2) {

    /** What the portal asks of the notices (screen 4). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BreachLogNotices")
    public record Notices(long undeliverable, List<String> media) {
        public Notices {
            media = List.copyOf(media);
        }
    }

    /** Records of substance-use treatment are reported apart from the HIPAA breach. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Part2Report")
    public record Part2Report(long records, String track, LocalDate due, LocalDate reportedOn, String trackingNumber) {}
}
