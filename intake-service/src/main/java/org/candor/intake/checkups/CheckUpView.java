package org.candor.intake.checkups;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.events.OfficerRole;
import org.candor.intake.checkups.decision.Outcome;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A check-up.
 *
 * @param outcome null until recorded
 * @param note only where one report's check-ups are read
 */
@Schema(name = "CheckUp")
public record CheckUpView(
        UUID checkUpId,
        UUID incidentId,
        long number,
        long daysAfter,
        LocalDate dueOn,
        @Schema(examples = "DUE") String state,

        @Schema(
                description =
                        "Whose duty it is to ask; never a role whose holder the report implicates, where another is there")
        OfficerRole role,

        Outcome outcome,
        PersonalText note,
        Instant recordedAt) {

    static CheckUpView of(CheckUp row, String note) {
        return new CheckUpView(
                row.checkUpId,
                row.incidentId,
                row.number,
                row.daysAfter,
                row.dueOn,
                row.state.name(),
                row.role,
                row.outcome,
                note == null ? null : new PersonalText(note),
                row.recordedAt);
    }
}
