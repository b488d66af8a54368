package org.candor.notification.posting;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Conspicuous notice in major print or broadcast media where the people likely live (45 CFR 164.404(d)(2)(ii)). */
@Schema(examples = """
                {"medium": "PRINT", "outlet": "Larkspur Falls Courier", "area": "Larkspur County, WI", "ranOn": "2026-11-24",
                 "proof": "page A3, tear sheet filed as 2026-118", "tollFree": "+18005550142"}
                """)
public record PrintNoticeRequest(
        @NotNull Medium medium,
        @NotNull @CleanText(max = 200) String outlet,

        @Schema(description = "Where its readers or listeners live") @NotNull @CleanText(max = 200)
        String area,

        @NotNull LocalDate ranOn,

        @Schema(description = "What proves it: tear sheet, affidavit of publication, log of the station")
        @NotNull
        @CleanText(max = 300)
        String proof,

        @Schema(description = "The number that the notice named, E.164; active from that day for at least 90 days")
        @NotNull
        @Pattern(regexp = "\\+[1-9]\\d{6,14}", message = "must be a number such as +18005550142")
        String tollFree) {

    /** Which kind of media. */
    public enum Medium {
        PRINT,
        BROADCAST
    }

    /** What was recorded. */
    @Schema(name = "PrintNotice")
    public record View(UUID id, Medium medium, String outlet, String area, LocalDate ranOn, String proof) {}
}
