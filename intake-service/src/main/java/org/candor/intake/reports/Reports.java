package org.candor.intake.reports;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.web.Cursor;

/** The reports, newest first. */
@ApplicationScoped
class Reports implements PanacheRepositoryBase<Report, UUID> {

    private static final String NEWEST_FIRST = " order by receivedAt desc, incidentId desc";

    Uni<Optional<Report>> byReceipt(byte[] hash) {
        return find("receiptHash", hash).firstResult().map(Optional::ofNullable);
    }

    /** One more than the limit, so that the caller sees whether there is another page. */
    Uni<List<ReportSummary>> page(ReportFilter filter, String person, String entities, Optional<Cursor> after) {
        return page(filter, filter.limit(), person, entities, after);
    }

    /** Reads what a list shows, and nothing sealed. */
    Uni<List<ReportSummary>> page(
            ReportFilter filter, int limit, String person, String entities, Optional<Cursor> after) {
        StringBuilder hql = new StringBuilder("incident_visible(incidentId, :person, :entities)");
        Map<String, Object> values = filter.conditions(hql);
        values.put("person", person);
        values.put("entities", entities);
        after.ifPresent(cursor -> {
            hql.append(" and (receivedAt < :at or (receivedAt = :at and incidentId < :id))");
            values.put("at", cursor.at());
            values.put("id", cursor.id());
        });
        return find(hql + NEWEST_FIRST, values)
                .project(ReportSummary.class)
                .range(0, limit)
                .list();
    }

    /** These, newest first; what is not there is left out. */
    Uni<List<ReportSummary>> summaries(List<UUID> incidentIds) {
        return find("incidentId in ?1" + NEWEST_FIRST, incidentIds)
                .project(ReportSummary.class)
                .list();
    }
}
