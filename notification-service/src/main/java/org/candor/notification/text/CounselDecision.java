package org.candor.notification.text;

import jakarta.validation.constraints.NotNull;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What becomes of an element that HIPAA asks for and a State forbids. */
@Schema(
        examples =
                "{\"decision\": \"KEEP_ELEMENT\", \"reason\": \"45 CFR 160.203: the federal element stays; memo 2026-14\"}")
public record CounselDecision(
        @NotNull Choice decision,

        @Schema(description = "No health information") @NotNull @CleanText(max = 1000)
        String reason) {

    /** The two ways. */
    public enum Choice {
        /** HIPAA's element stays as it is. */
        KEEP_ELEMENT,
        /** The text was worded so that both laws are met. */
        REWORDED
    }
}
