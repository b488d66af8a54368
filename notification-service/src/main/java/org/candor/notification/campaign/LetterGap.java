package org.candor.notification.campaign;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that duties ask of the letter and that its newest approved version does not answer for. */
public record LetterGap(
        UUID elementId,
        @Schema(examples = "en") String language,

        @Schema(description = "Number of the approved version")
        int version,

        @Schema(examples = "CA") String jurisdiction,
        String citation,
        String wording,

        @Schema(description = "A State forbids what HIPAA asks for, and counsel has decided since, or has to")
        boolean forCounsel) {}
