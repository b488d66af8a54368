package org.candor.notification.alert;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An officer's own wish. */
public record AlertPreference(
        @Min(0)
        @Max(23)
        @Schema(
                description = "Local hour of the entity from which the day's deadlines are mailed, 0 to 23",
                examples = "7")
        int digestHour,

        @NotNull @Pattern(regexp = "en|es") @Schema(examples = "en")
        String language) {}
