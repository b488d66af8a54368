package org.candor.notification.coveredentity;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A notice that is to go, or that somebody has handed over. */
@Schema(name = "CoveredEntityNoticeRequest", examples = "{\"way\": \"LETTER\"}")
public record NoticeRequest(
        @NotNull Way way,

        @Schema(description = "Of HAND: the local day on which it was handed over")
        LocalDate toldOn,

        @Schema(description = "Of HAND: the proof, such as a receipt; no health information") @CleanText(max = 300)
        String reference) {

    /** How it goes. */
    @Schema(name = "CoveredEntityNoticeWay")
    public enum Way {
        /** By first-class mail through the print house, with the list of individuals. */
        LETTER,
        /** Without the list: mail servers read along. */
        EMAIL,
        /** By somebody himself or through a channel of the two organisations. */
        HAND
    }
}
