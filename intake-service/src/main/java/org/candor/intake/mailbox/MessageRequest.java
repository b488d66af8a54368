package org.candor.intake.mailbox;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.candor.intake.receipts.ReceiptRequest;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the holder of a receipt writes. */
@Schema(name = "ReporterMessageRequest", examples = """
                {"receipt": "7K3M-92QX-0VTA-HJ5N", "text": "It was on the shared printer of the second floor."}""")
public record MessageRequest(
        @NotNull @CleanText(max = ReceiptRequest.LONGEST) PersonalText receipt,

        @Schema(description = "The question that this answers; leave out where it answers none")
        UUID answers,

        @NotNull @CleanText(max = MessageLimits.LONGEST) PersonalText text) {}
