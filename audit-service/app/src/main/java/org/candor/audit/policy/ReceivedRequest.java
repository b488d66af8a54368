package org.candor.audit.policy;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whoever got a version said so. */
@Schema(name = "PolicyReceivedRequest")
public record ReceivedRequest(
        @NotNull @Schema(description = "Not before it was sent, and not after today")
        LocalDate receivedOn) {}
