package org.candor.notification.sending;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A run and how far it is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunView(
        UUID id,

        @Schema(enumeration = {"RUNNING", "COMPLETED"}) String state,

        Instant startedAt,
        Instant finishedAt,

        @Schema(
                description = "Why nothing leaves at the moment; the run goes on by itself when that is over. Held by a"
                        + " law-enforcement statement (45 CFR 164.412), no clearance from breach-service, no longer owed, or the duties"
                        + " ask for an element that the approved letter does not hold: approve a newer version",
                enumeration = {"NOTICE_HELD", "NO_CLEARANCE", "NOT_OWED", "LETTER_LACKS_ELEMENTS"})
        String waitingFor,

        @Schema(description = "Of a hold: first day on which notices may go again, as told last")
        LocalDate heldUntil,

        @Schema(description = "Notices of this run by method and state", examples = "{\"EMAIL_SENT\": 12}")
        Map<String, Long> notices,

        @Schema(description = "E-mails that may have arrived twice, with one Message-ID")
        long possibleDuplicates,

        @Schema(description = "People of the campaign who still wait")
        long pending) {}
