package org.candor.breach.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.candor.breach.obligations.decision.HoldRecord;
import org.candor.breach.obligations.decision.LawEnforcementDelay;
import org.candor.events.ObligationKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one law-enforcement statement does (45 CFR 164.412); the official's name stands with the assessment only.
 *
 * @param counts false where it adds nothing
 * @param through the day on which held notices may go again; absent where it holds nothing
 * @param movesDue whether the due day of the letters moves because of it
 * @param holds kinds of notices of this breach that wait
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "HoldStatement")
public record HoldView(
        LawEnforcementDelay.Form form,
        LawEnforcementDelay.Ground ground,
        LocalDate statedOn,
        boolean counts,
        LocalDate through,
        boolean movesDue,
        String why,
        List<ObligationKind> holds) {

    static HoldView of(HoldRecord.Effect effect, List<ObligationKind> held) {
        LawEnforcementDelay statement = effect.statement();
        return new HoldView(
                statement.form(),
                statement.ground().orElse(null),
                statement.statedOn(),
                effect.counts(),
                effect.through().orElse(null),
                effect.moves(),
                effect.why(),
                effect.counts() ? held : List.of());
    }
}
