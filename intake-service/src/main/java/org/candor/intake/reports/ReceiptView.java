package org.candor.intake.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.intake.reports.decision.ReportState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a reporter gets back. The receipt is shown this once; only its keyed hash is stored. */
@Schema(
        name = "Receipt",
        requiredProperties = {"incidentId", "receipt", "proof", "receivedAt", "late", "state", "nonRetaliation"})
public record ReceiptView(
        UUID incidentId,

        @Schema(description = "Asks for the state later; keep it", examples = "7K3M-92QX-0VTA-HJ5N")
        String receipt,

        @Schema(
                description =
                        "Signed proof of filing, a JWS that anybody verifies with GET /intake/receipts/keys; keep it beside the receipt")
        String proof,

        Instant receivedAt,

        @Schema(description = "More than 24 hours after the reporter learned of it")
        boolean late,

        ReportState state,

        @Schema(description = "A complaint is acknowledged herewith and answered by this day; null for all else")
        LocalDate answerDueOn,

        @Schema(
                description =
                        "Of a business associate's report: where the list of individuals goes once the breach is being worked;"
                                + " what becomes known until then goes to the report's supplements. Null for all else",
                examples = "/notification/campaigns/019cb452-04c0-790c-8c7d-7247342cd810/roster")
        String individualsTo,

        @Schema(
                description =
                        "The promise that nobody may retaliate for a report made in good faith, in the language of the contact or else of Accept-Language")
        String nonRetaliation) {
    /** The list of individuals is no part of a report: it belongs to the campaign that notifies them. */
    static String individualsTo(UUID incidentId) {
        return "/notification/campaigns/" + incidentId + "/roster";
    }
}
