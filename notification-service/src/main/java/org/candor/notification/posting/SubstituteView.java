package org.candor.notification.posting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Substitute notice of a breach: the count, the duty, and what was done. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SubstituteNotice")
public record SubstituteView(
        @Schema(description = "Living addressees whose address is insufficient or whose mail came back")
        long undeliverableLiving,

        @Schema(description = "Next of kin and representatives of the dead; they never count (45 CFR 164.404(d)(2))")
        long undeliverableNextOfKin,

        @Schema(
                description = "As breach-service says; absent while nothing is owed",
                enumeration = {"ALTERNATIVE", "CONSPICUOUS"})
        String method,

        LocalDate due,
        LocalDate doneOn,
        LocalDate heldUntil,

        @Schema(description = "Telephone tasks by state") Map<String, Long> telephone,

        List<PrintNoticeRequest.View> printNotices,

        @Schema(description = "Questions answered at the toll-free line")
        long lookUps) {}
