package org.candor.notification.clearance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.events.ObligationKind;
import org.candor.notification.clearance.decision.Answer;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Asks breach-service. Whatever is not a plain answer, meant for today, is silence. */
@ApplicationScoped
class BreachClearance implements ClearanceSource {

    private static final Logger LOG = Logger.getLogger(BreachClearance.class);

    private final BreachClient breach;

    BreachClearance(@RestClient BreachClient breach) {
        this.breach = breach;
    }

    @Override
    public Uni<Answer> ask(UUID incidentId, ObligationKind kind, LocalDate today) {
        return breach.ask(incidentId, kind)
                .map(reply -> read(reply, today))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "breach-service gave no clearance: incident=%s kind=%s failure=%s",
                        incidentId, kind, failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithItem(new Answer.Silence());
    }

    private static Answer read(BreachClient.Reply reply, LocalDate today) {
        if (reply == null || reply.answer() == null || !today.equals(reply.asOf())) {
            return new Answer.Silence();
        }
        return switch (reply.answer()) {
            case "CLEAR" -> new Answer.Clear();
            case "HELD" -> reply.heldUntil() == null ? new Answer.Silence() : new Answer.Held(reply.heldUntil());
            case "NOT_OWED" -> new Answer.NotOwed();
            default -> new Answer.Silence();
        };
    }
}
