package org.candor.audit.retention;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What is known about the end of incidents. */
@ApplicationScoped
class Retentions implements PanacheRepositoryBase<RetentionRow, UUID> {

    /** The row of the incident, new when nothing is known yet. Call inside a transaction. */
    Uni<RetentionRow> of(UUID incidentId) {
        return findById(incidentId).onItem().ifNull().switchTo(() -> persist(RetentionRow.of(incidentId)));
    }
}
