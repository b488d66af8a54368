package org.candor.intake.reports;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.candor.events.ReportKind;
import org.candor.intake.reports.decision.Relation;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an officer corrects; fields that are left out stay as they are. The time of receipt cannot be corrected. */
@Schema(name = "CorrectionRequest", examples = """
                {"kind": "COMPLAINT", "learnedAt": "2026-03-02T13:30:00-06:00", "reason": "The caller complains about us."}""")
public record CorrectionRequest(
        ReportKind kind,
        Relation relation,
        Channel channel,
        Medium medium,
        OffsetDateTime happenedAt,
        OffsetDateTime learnedAt,
        Boolean phiPossible,
        Boolean urgent,
        @CleanText(max = 500) PersonalText place,
        @Size(max = 50) List<@NotNull @CleanText(max = 200) String> systems,
        @CleanText(max = 1000) PersonalText latenessReason,
        @CleanText(max = ReportRequest.NARRATIVE_LIMIT) PersonalText narrative,

        @NotNull @CleanText(max = 1000) @Schema(description = "Why it is corrected")
        PersonalText reason) {

    ReportDetails over(ReportDetails before) {
        return new ReportDetails(
                narrative == null ? before.narrative() : narrative.value(),
                place == null ? before.place() : place.value(),
                systems == null ? before.systems() : systems,
                before.implicated(),
                before.reporter(),
                latenessReason == null ? before.latenessReason() : latenessReason.value());
    }
}
