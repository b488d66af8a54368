package org.candor.intake.mailbox;

import jakarta.validation.constraints.NotNull;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an officer writes to the holder of the receipt. */
@Schema(name = "OfficerMessageRequest", examples = """
                {"question": true, "text": "On which floor was the printer?"}""")
public record OfficerMessageRequest(
        @Schema(description = "true asks for an answer; false unless said")
        Boolean question,

        @NotNull @CleanText(max = MessageLimits.LONGEST) PersonalText text) {

    boolean isQuestion() {
        return Boolean.TRUE.equals(question);
    }
}
