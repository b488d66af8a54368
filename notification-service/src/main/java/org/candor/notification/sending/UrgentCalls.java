package org.candor.notification.sending;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Calls that are owed in addition to a written notice (45 CFR 164.404(d)(3)). */
public interface UrgentCalls {

    /**
     * Everybody of the roster who is to be told himself is to be called, too. Called inside a transaction; calling it again,
     * as for people who were added, adds only those who have no task yet.
     */
    Uni<Void> add(UUID incidentId);
}
