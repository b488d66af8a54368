package org.candor.audit.safeguard;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.candor.audit.programme.DutyRequest;
import org.candor.audit.safeguard.decision.Inspection.Answer;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answers of an inspection: one to each question of the place's media, and to the administrative ones. */
@Schema(name = "InspectionRequest")
public record InspectionRequest(
        @NotNull @Schema(description = "Which edition of the check lists was asked", examples = "checklists 2026-12-01")
        String edition,

        @Schema(nullable = true, description = "Without it today")
        LocalDate inspectedOn,

        @NotNull @NotEmpty @Size(max = 100) List<@NotNull @Valid ItemRequest> answers) {

    public InspectionRequest {
        answers = answers == null ? null : List.copyOf(answers);
    }

    /** One answer; what is not met needs words and becomes a task. */
    @Schema(name = "InspectionAnswer")
    public record ItemRequest(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9-]{1,59}") @Schema(examples = "PAPER-LOCKED")
            String item,

            @NotNull Answer answer,

            @CleanText(max = 4000)
            @Schema(
                    implementation = String.class,
                    nullable = true,
                    description = "What was found and what is to be done; kept sealed")
            PersonalText note,

            @Schema(nullable = true, description = "By when; without it in 30 days")
            LocalDate dueOn,

            @Pattern(regexp = DutyRequest.PERSON) @Schema(nullable = true, description = "Who does it")
            String person) {}
}
