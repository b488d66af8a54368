package org.candor.intake.reports;

import jakarta.validation.constraints.NotNull;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who may be involved, as it turned out. */
@Schema(name = "ImplicatedRequest", examples = "{\"person\": \"Tomasz Lindqvist\"}")
public record ImplicatedRequest(
        @NotNull
        @CleanText(max = 200)
        @Schema(description = "User id, mailbox or full name; a name nobody knows is kept as text")
        PersonalText person) {}
