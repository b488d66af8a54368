package org.candor.audit.hold;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.retention.DisposalDuty;
import org.candor.audit.retention.KnownRetention;
import org.candor.audit.retention.Retaining;

/** The duty to decide on a disposal rests while a hold is on the incident. Call inside a transaction. */
@ApplicationScoped
class HeldDuties {

    private final Holds holds;
    private final Retaining retaining;
    private final DisposalDuty duty;

    HeldDuties(Holds holds, Retaining retaining, DisposalDuty duty) {
        this.holds = holds;
        this.retaining = retaining;
        this.duty = duty;
    }

    /** What is on hold need not be decided on. */
    Uni<Void> pause(UUID incidentId) {
        return dated(incidentId)
                .chain(known -> known.map(found -> duty.cancel(incidentId, "A legal hold was placed", found.origin()))
                        .orElseGet(HeldDuties::nothing));
    }

    /** The duty comes back when the last hold has gone. */
    Uni<Void> resume(UUID incidentId) {
        return holds.flush()
                .chain(() -> holds.on(incidentId))
                .chain(others -> others.isEmpty() ? set(incidentId) : nothing());
    }

    private Uni<Void> set(UUID incidentId) {
        return dated(incidentId)
                .chain(known -> known.map(found ->
                                duty.set(incidentId, found.state().keepThrough().orElseThrow(), found.origin()))
                        .orElseGet(HeldDuties::nothing));
    }

    /** Without a day there is no duty yet. */
    private Uni<Optional<KnownRetention>> dated(UUID incidentId) {
        return retaining
                .find(incidentId)
                .map(known -> known.filter(found -> found.state().keepThrough().isPresent()));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
