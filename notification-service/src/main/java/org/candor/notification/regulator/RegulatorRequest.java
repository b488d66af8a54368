package org.candor.notification.regulator;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A notice to somebody an obligation names: a state regulator, a credit bureau, a covered entity. */
@Schema(examples = """
                {"obligationId": "0193502e-7c1a-7b3e-9a51-5f0c6a1d2e3f", "notifiedOn": "2026-11-24", "way": "WEB_FORM",
                 "recipient": "Attorney General, consumer protection", "reference": "web form, receipt 88-1402"}
                """)
public record RegulatorRequest(
        @NotNull UUID obligationId,
        @NotNull LocalDate notifiedOn,

        @Schema(description = "The proof: how, and under which receipt; no health information")
        @NotNull
        @CleanText(max = 300)
        String reference,

        @Schema(description = "Who got it; as the obligation says when absent") @CleanText(max = 200)
        String recipient,

        @Schema(description = "OTHER when absent") Way way) {

    /** How it went. */
    public enum Way {
        WEB_FORM,
        MAIL,
        EMAIL,
        TELEPHONE,
        OTHER
    }

    public RegulatorRequest {
        way = way == null ? Way.OTHER : way;
    }
}
