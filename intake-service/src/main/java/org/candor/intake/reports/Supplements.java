package org.candor.intake.reports;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.candor.kit.data.Sql;

/** What was added to reports. */
@ApplicationScoped
class Supplements implements PanacheRepositoryBase<Supplement, UUID> {

    /** The number of a supplement that is stored in this transaction; another of the same report waits for it. */
    Uni<Long> next(UUID incidentId) {
        return Sql.rows(Integer.class, "select 1 from report where incident_id = ?1 for update", incidentId)
                .chain(() -> count("incidentId", incidentId))
                .map(before -> before + 1);
    }

    Uni<List<Supplement>> of(UUID incidentId) {
        return list("incidentId = ?1 order by number", incidentId);
    }
}
