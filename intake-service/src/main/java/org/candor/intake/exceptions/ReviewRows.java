package org.candor.intake.exceptions;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.candor.intake.exceptions.decision.AccessReview;
import org.candor.kit.data.Sql;
import org.candor.kit.time.Ids;

/** The reviews of all entities. Of each one is open at a time. */
@ApplicationScoped
class ReviewRows implements PanacheRepositoryBase<ReviewRow, UUID> {

    private static final String WITHOUT_ONE = """
            select e.entity_id, e.time_zone from legal_entity e
             where not exists (select 1 from access_review a where a.entity_id = e.entity_id and a.recorded_at is null)
             order by e.entity_id limit 50
            """;

    private static final String OLDEST =
            "select coalesce(min(used_at), cast(?2 as timestamptz)) from access_exception where entity_id = ?1";

    /** Another replica may have been here first. */
    private static final String OPEN = """
            insert into access_review (review_id, entity_id, zone, looks_from, due_on, version)
            values (?1, ?2, ?3, ?4, ?5, 0)
            on conflict (entity_id) where recorded_at is null do nothing
            """;

    private final Ids ids;

    ReviewRows(Ids ids) {
        this.ids = ids;
    }

    /** An entity and its zone. */
    record EntityZone(String entityId, String zone) {}

    Uni<List<EntityZone>> entitiesWithoutOne() {
        return Sql.rows(Object[].class, WITHOUT_ONE)
                .map(rows -> rows.stream()
                        .map(row -> new EntityZone((String) row[0], (String) row[1]))
                        .toList());
    }

    /** The first of an entity looks at all that was let through so far. */
    Uni<ReviewRow> first(EntityZone entity, Instant now) {
        return Sql.rows(Object.class, OLDEST, entity.entityId(), now)
                .chain(oldest -> open(entity, Sql.instant(oldest.getFirst()), now));
    }

    /**
     * Null where one is open already.
     *
     * @param from what was let through since then is looked at
     */
    Uni<ReviewRow> open(EntityZone entity, Instant from, Instant now) {
        ReviewRow row = new ReviewRow();
        row.reviewId = ids.next();
        row.entityId = entity.entityId();
        row.zone = entity.zone();
        row.looksFrom = from;
        row.dueOn = AccessReview.nextAfter(LocalDate.ofInstant(now, ZoneId.of(entity.zone())));
        return Sql.update(OPEN, row.reviewId, row.entityId, row.zone, row.looksFrom, row.dueOn)
                .map(made -> made == 1 ? row : null);
    }

    /** Newest first. */
    Uni<List<ReviewRow>> of(String entityId) {
        return find("entityId = ?1 order by dueOn desc, reviewId desc", entityId)
                .range(0, 199)
                .list();
    }
}
