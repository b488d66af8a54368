package org.candor.notification.regulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A recorded notice. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegulatorView(
        UUID id,
        UUID obligationId,
        String jurisdiction,
        String recipient,
        RegulatorRequest.Way way,
        LocalDate notifiedOn,
        String reference,

        @Schema(description = "SHA-256 of the notice as it was kept at that moment, hexadecimal")
        String noticeSha256) {}
