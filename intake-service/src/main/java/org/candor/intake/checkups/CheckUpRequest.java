package org.candor.intake.checkups;

import jakarta.validation.constraints.NotNull;
import org.candor.intake.checkups.decision.Outcome;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a check-up. */
@Schema(name = "CheckUpRequest", examples = "{\"outcome\": \"NO_RETALIATION\", \"note\": \"Spoke on the phone.\"}")
public record CheckUpRequest(
        @NotNull Outcome outcome, @CleanText(max = 4000) PersonalText note) {}
