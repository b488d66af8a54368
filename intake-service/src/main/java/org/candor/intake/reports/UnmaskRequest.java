package org.candor.intake.reports;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a contact is to be shown, and what for. */
@Schema(name = "UnmaskRequest", examples = """
                {"fields": ["PHONE"], "ground": "NOT_REACHED"}""")
public record UnmaskRequest(
        @NotEmpty Set<@NotNull ContactField> fields,

        @NotNull @Schema(description = "It stands in the trail and among the exceptions that are reviewed")
        UnmaskGround ground) {}
