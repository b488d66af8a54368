package org.candor.audit.removal;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All orders that a past year's log goes: at most one of a year that was not refused. Call inside a session. */
@ApplicationScoped
class Removals implements PanacheRepositoryBase<RemovalRow, UUID> {

    Uni<Boolean> isOrdered(int year) {
        return count("year = ?1 and state <> ?2", year, RemovalRow.REFUSED).map(found -> found > 0);
    }

    /** Newest first; a handful, even after decades. */
    Uni<List<RemovalRow>> newestFirst() {
        return listAll(Sort.descending("orderedAt", "removalId"));
    }
}
