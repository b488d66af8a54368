package org.candor.intake.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.candor.events.DirectoryEvent.Absence;
import org.candor.events.OfficerRole;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An officer as an administrator writes him. */
@Schema(name = "OfficerRequest")
public record OfficerRequest(
        @NotNull @CleanText(max = 63) @Schema(examples = "larkspur-falls")
        String entityId,

        @NotNull OfficerRole role,

        @NotNull @CleanText(max = 100) @Schema(description = "The identity provider's subject of the person")
        String person,

        @NotNull @CleanText(max = 200) @Schema(examples = "Ines Okafor")
        String displayName,

        @NotNull @Email @CleanText(max = 200) @Schema(examples = "ines.okafor@larkspurfalls.example")
        String mailbox,

        @Size(max = 50) List<@Valid @NotNull AbsenceRequest> absences,

        @Schema(description = "false once the person no longer holds the role; true unless said")
        Boolean active) {

    /** Days, both included. */
    public record AbsenceRequest(
            @NotNull LocalDate from, @NotNull LocalDate until) {}

    List<Absence> absencesOrNone() {
        return absences == null
                ? List.of()
                : absences.stream().map(a -> new Absence(a.from(), a.until())).toList();
    }

    /** An absence ends on the day it began or later. */
    void requireTrueAbsences() {
        List<Absence> given = absencesOrNone();
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i).until().isBefore(given.get(i).from())) {
                throw new Problem(CommonProblem.INVALID_FIELD).field("/absences/" + i + "/until", "before from");
            }
        }
    }
}
