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

    private static final String OWED_OF_YEAR = """
        select a.* from assessment a
         where a.discovered_on between ?1 and ?2 and not a.drill and incident_visible(a.incident_id, ?3, ?4)
           and exists (select 1 from obligation o
                        where o.incident_id = a.incident_id and o.rule_id in ('US-INDIVIDUAL', 'US-BA-OWN'))
         order by a.discovered_on, a.incident_id
        """;

    /** Locked until the end of the transaction, so that decisions on one breach follow one another. */
    Uni<Optional<AssessmentRow>> locked(UUID incidentId) {
        return findById(incidentId, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
    }

    /** Something moved; the version that clients see stays. */
    Uni<Void> moved(UUID incidentId, Instant at) {
        return Sql.update("update assessment set moved_at = ?2 where incident_id = ?1", incidentId, at)
                .replaceWithVoid();
    }

    /** True where that person may see the incident. */
    Uni<Boolean> sees(UUID incidentId, String person, String entities) {
        return Sql.rows(Boolean.class, "select incident_visible(?1, ?2, ?3)", incidentId, person, entities)
                .map(rows -> rows.contains(true));
    }

    /** What is shown in a list and no more: no sealed text is read for it. One more than the limit, so that the caller sees whether there is another page. */
    Uni<List<AssessmentSummary>> page(AssessmentFilter filter, String person, String entities, Optional<Cursor> after) {
        StringBuilder hql = new StringBuilder("incident_visible(incidentId, :person, :entities)");
        Map<String, Object> values = new HashMap<>(Map.of("person", person, "entities", entities));
        filter.addTo(hql, values);
        after.ifPresent(cursor -> {
            hql.append(" and (openedAt < :at or (openedAt = :at and incidentId < :id))");
            values.put("at", cursor.at());
            values.put("id", cursor.id());
        });
        return find(hql + " order by openedAt desc, incidentId desc", values)
                .project(AssessmentSummary.class)
                .range(0, filter.limit())
                .list();
    }

    /**
     * Breaches discovered in that year, without drills (164.408(c): the year of discovery, not of occurrence). Duties stand
     * while the question is open again, and so does the entry.
     */
    Uni<List<AssessmentRow>> breachesOf(int year, String person, String entities) {
        return Sql.rows(
                AssessmentRow.class,
                OWED_OF_YEAR,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                person,
                entities);
    }
}
