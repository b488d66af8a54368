package org.candor.audit.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of the log of what was done, or ended undone; its words stand at the duty. */
@Schema(name = "DutyLogLine")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LogView(
        UUID dutyId,
        int number,
        String entityId,
        String kind,
        String subject,
        String department,
        String outcome,
        LocalDate dueOn,
        LocalDate doneOn,
        long daysLate,
        String evidence,
        @Schema(nullable = true) String sha256,
        String doneBy,
        Instant recordedAt) {

    static LogView of(Rounds.Round round) {
        return new LogView(
                round.dutyId(),
                round.number(),
                round.entityId(),
                round.kind(),
                round.subject(),
                round.department(),
                round.outcome(),
                round.dueOn(),
                round.doneOn(),
                round.daysLate(),
                round.evidence(),
                round.sha256().orElse(null),
                round.doneBy(),
                round.recordedAt());
    }
}
