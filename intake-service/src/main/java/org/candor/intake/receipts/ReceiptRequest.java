package org.candor.intake.receipts;

import jakarta.validation.constraints.NotNull;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A receipt as the reporter kept it. */
@Schema(name = "ReceiptRequest", examples = """
                {"receipt": "7K3M-92QX-0VTA-HJ5N"}""")
public record ReceiptRequest(
        @NotNull @CleanText(max = ReceiptRequest.LONGEST) PersonalText receipt) {

    /** Longer than any way of writing it. */
    public static final int LONGEST = 40;
}
