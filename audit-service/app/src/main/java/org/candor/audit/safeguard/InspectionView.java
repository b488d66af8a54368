package org.candor.audit.safeguard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.audit.safeguard.decision.Inspection.Answer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An inspection with its answers; the words stand at the findings. */
@Schema(name = "Inspection")
public record InspectionView(
        UUID inspectionId,
        UUID dutyId,
        String edition,
        LocalDate inspectedOn,
        String inspectedBy,
        Instant recordedAt,
        List<AnswerView> answers) {

    /** One answer. */
    @Schema(name = "InspectionAnswered")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AnswerView(
            String item,
            Answer answer,

            @Schema(nullable = true, description = "The duty that it became")
            UUID findingId) {}
}
