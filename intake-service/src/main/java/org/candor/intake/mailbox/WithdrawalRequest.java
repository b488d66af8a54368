package org.candor.intake.mailbox;

import jakarta.validation.constraints.NotNull;
import org.candor.intake.receipts.ReceiptRequest;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The reporter takes his report back. */
@Schema(name = "ReceiptWithdrawalRequest", examples = """
                {"receipt": "7K3M-92QX-0VTA-HJ5N", "reason": "I was mistaken: the letter was mine."}""")
public record WithdrawalRequest(
        @NotNull @CleanText(max = ReceiptRequest.LONGEST) PersonalText receipt,

        @CleanText(max = MessageLimits.LONGEST) PersonalText reason) {

    String reasonOrNone() {
        return reason == null ? "" : reason.value();
    }
}
