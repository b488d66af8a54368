package org.candor.notification.sending;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A run and how far it is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunView(
        UUID id,

        @Schema(enumeration = {"RUNNING", "COMPLETED", "STOPPED"})
        String state,

        Instant startedAt,
        Instant finishedAt,

        @Schema(description = "Why it stopped before everybody was told", examples = "NOTICE_HELD")
        String stopReason,

        @Schema(description = "Notices of this run by method and state", examples = "{\"EMAIL_SENT\": 12}")
        Map<String, Long> notices,

        @Schema(description = "E-mails that may have arrived twice, with one Message-ID")
        long possibleDuplicates,

        @Schema(description = "People of the campaign who still wait")
        long pending) {}
