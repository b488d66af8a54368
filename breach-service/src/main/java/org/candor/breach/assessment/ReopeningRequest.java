package org.candor.breach.assessment;

import jakarta.validation.constraints.NotNull;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a conclusion is taken back. */
@Schema(name = "Reopening", examples = "{\"reason\": \"The vendor says now that it opened the file.\"}")
public record ReopeningRequest(
        @NotNull @CleanText(max = 2_000) PersonalText reason) {}
