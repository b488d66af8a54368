package org.candor.notification.telephone;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody to be called. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TelephoneTask")
public record TaskView(
        UUID id,
        UUID personId,
        Purpose purpose,

        @Schema(enumeration = {"OPEN", "DONE", "GIVEN_UP"}) String state,

        PersonalText name,

        @Schema(description = "As the roster has it, E.164 where it could be read; absent where there is none")
        PersonalText phone,

        @Schema(examples = "en") String language,
        int attempts,
        LocalDate closedOn,

        @Schema(description = "What to say, from the approved telephone script; only when one task is read")
        PersonalText script,

        @Schema(description = "Only when one task is read") List<CallView> calls) {

    /** One attempt. */
    @Schema(name = "TelephoneCall")
    public record CallView(Instant calledAt, CallOutcome outcome, PersonalText note, String recordedBy) {}
}
