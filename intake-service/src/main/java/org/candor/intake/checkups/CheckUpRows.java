package org.candor.intake.checkups;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The check-ups of all reports. */
@ApplicationScoped
class CheckUpRows implements PanacheRepositoryBase<CheckUp, UUID> {

    /** Those that still ask for something. */
    static final Set<CheckUp.State> OPEN = Set.of(CheckUp.State.PLANNED, CheckUp.State.DUE);

    /** The same for a change: another one waits. */
    Uni<List<CheckUp>> held(UUID incidentId) {
        return find("incidentId = ?1 order by number", incidentId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Uni<List<CheckUp>> of(UUID incidentId) {
        return list("incidentId = ?1 order by number", incidentId);
    }
}
