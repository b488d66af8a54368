package org.candor.notification.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A calendar feed of the caller's. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeedView(
        UUID feedId,
        String name,
        String role,
        String language,
        boolean drill,
        Instant createdAt,

        @Schema(description = "After this the feed is gone; make a new one")
        Instant expiresAt,

        @Schema(description = "Day (UTC) on which a calendar last asked")
        LocalDate lastReadOn,

        Instant revokedAt,

        @Schema(
                description =
                        "The address with its secret, for the calendar program. Shown once, when the feed is made.")
        String url) {}
