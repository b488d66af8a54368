package org.candor.intake.exceptions;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Optional;
import org.candor.intake.exceptions.decision.Ground;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody outside a restricted case has to read it now. */
@Schema(name = "BreakGlassRequest", examples = """
                {"ground": "DUTY_FALLS_DUE", "reason": "The FBI asks by telephone; the team is in the air.", "minutes": 60}""")
public record BreakGlassRequest(
        @NotNull @Schema(description = "Those in charge are told of it, and it stands in the trail")
        Ground ground,

        @NotNull @CleanText(max = 4_000) @Schema(description = "Read by whoever reviews it; it is kept sealed")
        PersonalText reason,

        @Min(1)
        @Max(480)
        @Schema(description = "How long; an hour unless the installation or the caller says otherwise")
        Long minutes) {

    Optional<Duration> lasting() {
        return Optional.ofNullable(minutes).map(Duration::ofMinutes);
    }
}
