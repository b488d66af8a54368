package org.candor.breach.obligations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.breach.obligations.decision.Recomputation.Change;
import org.candor.breach.obligations.decision.Standing;

/** Was due, now due: what a computation changed about one duty. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ObligationChange(
        UUID obligationId,
        String key,
        What what,
        LocalDate wasDue,
        LocalDate nowDue,
        String wasForm,
        String nowForm,
        LocalDate completedOn) {

    /** What became of it. */
    public enum What {
        ARISEN,
        MOVED,
        MET,
        OPEN_AGAIN,
        FALLEN
    }

    static ObligationChange of(UUID incidentId, Change change) {
        return switch (change) {
            case Change.Arisen arisen -> of(incidentId, What.ARISEN, null, arisen.now());
            case Change.Moved moved -> of(incidentId, What.MOVED, moved.was(), moved.now());
            case Change.Met met -> of(incidentId, What.MET, null, met.now());
            case Change.OpenAgain open -> of(incidentId, What.OPEN_AGAIN, null, open.now());
            case Change.Fallen fallen -> of(incidentId, What.FALLEN, fallen.was(), null);
        };
    }

    private static ObligationChange of(UUID incidentId, What what, Standing was, Standing now) {
        String key = now == null ? was.key() : now.key();
        return new ObligationChange(
                KeptObligation.idOf(incidentId, key),
                key,
                what,
                was == null ? null : was.due(),
                now == null ? null : now.due(),
                was == null ? null : was.form().orElse(null),
                now == null ? null : now.form().orElse(null),
                now == null ? null : now.completedOn().orElse(null));
    }
}
