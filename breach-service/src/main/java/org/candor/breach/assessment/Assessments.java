package org.candor.breach.assessment;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.web.Cursor;

/** The assessments, newest first. */
@ApplicationScoped
class Assessments implements PanacheRepositoryBase<AssessmentRow, UUID> {

    /** Locked until the end of the transaction, so that decisions on one breach follow one another. */
    Uni<Optional<AssessmentRow>> locked(UUID incidentId) {
        return findById(incidentId, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
    }

    /** Something moved; the version that clients see stays. */
    Uni<Void> moved(UUID incidentId, Instant at) {
        return Sql.update("update assessment set moved_at = ?2 where incident_id = ?1", incidentId, at)
                .replaceWithVoid();
    }

    /** One more than the limit, so that the caller sees whether there is another page. */
    Uni<List<AssessmentRow>> page(AssessmentFilter filter, String person, String entities, Optional<Cursor> after) {
        StringBuilder hql = new StringBuilder("incident_visible(incidentId, :person, :entities)");
        Map<String, Object> values = new HashMap<>(Map.of("person", person, "entities", entities));
        filter.addTo(hql, values);
        after.ifPresent(cursor -> {
            hql.append(" and (openedAt < :at or (openedAt = :at and incidentId < :id))");
            values.put("at", cursor.at());
            values.put("id", cursor.id());
        });
        return find(hql + " order by openedAt desc, incidentId desc", values)
                .range(0, filter.limit())
                .list();
    }

    /** Breaches discovered in that year, without drills (164.408(c): the year of discovery, not of occurrence). */
    Uni<List<AssessmentRow>> breachesOf(int year, String person, String entities) {
        return find(
                        "incident_visible(incidentId, :person, :entities) and not drill and state = 'NOTICES_OWED'"
                                + " and outcome in ('REPORTABLE_BREACH', 'BREACH_AND_STATE_VIOLATION')"
                                + " and discoveredOn between :first and :last order by discoveredOn, incidentId",
                        Map.of(
                                "person",
                                person,
                                "entities",
                                entities,
                                "first",
                                LocalDate.of(year, 1, 1),
                                "last",
                                LocalDate.of(year, 12, 31)))
                .list();
    }
}
