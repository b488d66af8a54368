package org.candor.intake.reports;

import java.time.Instant;
import java.util.UUID;
import org.candor.intake.reports.decision.ReportState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a reporter gets back. The receipt is shown this once; only its keyed hash is stored. */
@Schema(name = "Receipt")
public record ReceiptView(
        UUID incidentId,

        @Schema(description = "Asks for the state later; keep it", examples = "7K3M-92QX-0VTA-HJ5N")
        String receipt,

        Instant receivedAt,

        @Schema(description = "More than 24 hours after the reporter learned of it")
        boolean late,

        ReportState state,

        @Schema(description = "The promise that nobody may retaliate for a report made in good faith")
        String nonRetaliation) {}
