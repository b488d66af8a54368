package org.candor.audit.disposal;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.web.Cursor;

/** All disposals. Call inside a session. */
@ApplicationScoped
class Disposals implements PanacheRepositoryBase<DisposalRow, UUID> {

    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

    private static final String VISIBLE = "select d.* from disposal d where incident_visible(d.incident_id, ?1, ?2)";

    Uni<Optional<DisposalRow>> visible(UUID disposalId, String person, String entities) {
        return Sql.rows(DisposalRow.class, VISIBLE + " and d.disposal_id = ?3", person, entities, disposalId)
                .map(rows -> rows.stream().findFirst());
    }

    Uni<Boolean> isOrdered(UUID incidentId) {
        return count("incidentId = ?1 and state <> ?2", incidentId, DisposalRow.REFUSED)
                .map(found -> found > 0);
    }

    /** Locked, since services confirm side by side. */
    Uni<Optional<DisposalRow>> running(UUID disposalId) {
        return findById(disposalId, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row).filter(found -> found.state.equals(DisposalRow.RUNNING)));
    }

    /** Up to {@code limit + 1}, newest first. */
    Uni<List<DisposalRow>> page(String person, String entities, Optional<Cursor> after, int limit) {
        Cursor from = after.orElse(NEWEST);
        return Sql.rows(DisposalRow.class, VISIBLE + """
                         and (d.ordered_at, d.disposal_id) < (?3, ?4)
                         order by d.ordered_at desc, d.disposal_id desc limit ?5
                        """, person, entities, from.at(), from.id(), limit + 1);
    }
}
