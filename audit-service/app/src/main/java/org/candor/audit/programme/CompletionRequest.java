package org.candor.audit.programme;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A duty was done, and what proves it. */
@Schema(name = "DutyCompletionRequest")
public record CompletionRequest(
        @Schema(nullable = true, description = "The day on which it was done; without it today")
        LocalDate doneOn,

        @NotNull
        @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}")
        @Schema(description = "What proves it, one of the kind's", examples = "ASSESSMENT_REPORT")
        String evidence,

        @Schema(nullable = true, description = "A file that was added to the duty before")
        UUID documentId,

        @CleanText(max = 4000)
        @Schema(implementation = String.class, nullable = true, description = "What was done, in words; kept sealed")
        PersonalText note,

        @Schema(nullable = true, description = "The day of the next; without it the interval after doneOn")
        LocalDate nextDueOn,

        @CleanText(max = 2000)
        @Schema(
                implementation = String.class,
                nullable = true,
                description = "Why the next is later than the interval, where the kind allows that; kept sealed")
        PersonalText reason) {}
