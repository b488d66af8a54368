package org.candor.notification.telephone;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One attempt to reach a person. */
@Schema(
        examples =
                "{\"calledAt\": \"2026-11-24T15:20:00Z\", \"outcome\": \"REACHED\", \"note\": \"asked for the letter in Spanish\"}")
public record CallRequest(
        @NotNull Instant calledAt,
        @NotNull CallOutcome outcome,

        @Schema(description = "Needed with GIVEN_UP; kept sealed") @CleanText(max = 1000)
        PersonalText note) {

    String words() {
        return note == null ? "" : note.value();
    }
}
