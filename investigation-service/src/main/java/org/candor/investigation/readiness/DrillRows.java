package org.candor.investigation.readiness;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.investigation.readiness.decision.Drill;
import org.candor.kit.data.Sql;
import org.candor.kit.identity.Caller;
import org.candor.kit.web.Cursor;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;

/** The rows of drills. Call inside a session. */
@ApplicationScoped
class DrillRows {

    private static final String SEEN = """
            select d.incident_id from drill d
             where d.entity_id = ?1 and d.incident_id is not null and incident_visible(d.incident_id, ?2, ?3)
            """;

    private final Caller caller;

    DrillRows(Caller caller) {
        this.caller = caller;
    }

    Uni<Optional<DrillRow>> find(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(DrillRow.class, id))
                .map(Optional::ofNullable);
    }

    /** Locked until the transaction ends. */
    Uni<Optional<DrillRow>> findForChange(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(DrillRow.class, id, LockModeType.PESSIMISTIC_WRITE))
                .map(Optional::ofNullable);
    }

    /** By due day, one more than {@code limit} when there are more. */
    Uni<List<DrillRow>> of(String entityId, Optional<Drill.State> state, Optional<Cursor> after, int limit) {
        String query = "from DrillRow d where d.entityId = :entity"
                + state.map(wanted -> " and d.state = :state").orElse("")
                + after.map(cursor -> " and (d.dueOn > (select o.dueOn from DrillRow o where o.id = :last) or d.dueOn ="
                                + " (select o.dueOn from DrillRow o where o.id = :last) and d.id > :last)")
                        .orElse("")
                + " order by d.dueOn, d.id";
        return Panache.getSession().chain(session -> {
            SelectionQuery<DrillRow> rows =
                    session.createSelectionQuery(query, DrillRow.class).setParameter("entity", entityId);
            state.ifPresent(wanted -> rows.setParameter("state", wanted));
            after.ifPresent(cursor -> rows.setParameter("last", cursor.id()));
            return rows.setMaxResults(limit + 1).getResultList();
        });
    }

    Uni<List<DrillFindingRow>> findings(UUID drillId) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from DrillFindingRow f where f.drillId = ?1 order by f.recordedAt, f.id",
                                DrillFindingRow.class)
                        .setParameter(1, drillId)
                        .getResultList());
    }

    Uni<Boolean> isTaken(UUID incidentId) {
        return Sql.rows(Long.class, "select count(*) from drill where incident_id = ?1", incidentId)
                .map(rows -> rows.getFirst() > 0);
    }

    /** The cases of drills that the caller may see. */
    Uni<Set<UUID>> seen(String entityId) {
        return Sql.rows(UUID.class, SEEN, entityId, caller.subject(), caller.entitiesFilter())
                .map(Set::copyOf);
    }

    Uni<Void> add(Object row) {
        return Panache.getSession().chain(session -> session.persist(row).chain(session::flush));
    }

    Uni<Void> flush() {
        return Panache.getSession().chain(session -> session.flush());
    }
}
