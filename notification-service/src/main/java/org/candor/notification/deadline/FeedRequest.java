package org.candor.notification.deadline;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A calendar feed as its subscriber wants it. */
public record FeedRequest(
        @NotNull @CleanText(max = 80) @Schema(examples = "Desk calendar")
        String name,

        @Pattern(regexp = "privacy-officer|security-officer|administrator|counsel|investigator|auditor")
        @Schema(description = "Only duties of this role; absent: all that the subscriber may see")
        String role,

        @Pattern(regexp = "en|es") @Schema(description = "Absent: en")
        String language,

        @Schema(description = "True for the duties of exercises in place of the real ones")
        boolean drill) {}
