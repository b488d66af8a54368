package org.candor.notification.clearance;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.events.ObligationKind;
import org.candor.notification.clearance.decision.Answer;

/** Whoever knows whether a notice is held. Never fails: what can't be learned is {@link Answer.Silence}. */
interface ClearanceSource {

    /** @param today local day of the entity, for which the answer must be meant. Call outside a session. */
    Uni<Answer> ask(UUID incidentId, ObligationKind kind, LocalDate today);
}
