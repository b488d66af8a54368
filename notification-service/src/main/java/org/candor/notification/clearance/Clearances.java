package org.candor.notification.clearance;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.candor.events.ObligationKind;
import org.candor.kit.data.Workers;
import org.candor.notification.clearance.decision.Clearing;
import org.candor.notification.clearance.decision.Verdict;

/** Asks for clearance of all kinds that one batch would fulfil. Call outside a session, right before the batch. */
@ApplicationScoped
public class Clearances {

    private final ClearanceSource source;
    private final Workers workers;

    Clearances(ClearanceSource source, Workers workers) {
        this.source = source;
        this.workers = workers;
    }

    /** @param today local day of the entity */
    public Uni<Verdict> ask(UUID incidentId, Collection<ObligationKind> kinds, LocalDate today) {
        return workers.backHere(Multi.createFrom()
                .iterable(kinds)
                .onItem()
                .transformToUniAndConcatenate(kind -> source.ask(incidentId, kind, today))
                .collect()
                .asList()
                .map(Clearing::of));
    }
}
