package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.disposal.BlindIndexRows;

/** The keyed words of a report, by which officers found it, go with its data key. */
@ApplicationScoped
class TermRows implements BlindIndexRows {

    private static final String CLEAR = """
            with gone as (
                select incident_id, cardinality(terms) + cardinality(system_terms) as n from report where incident_id = ?1
            ), cleared as (
                update report r set terms = cast(array[] as text[]), system_terms = cast(array[] as text[]) from gone where r.incident_id = gone.incident_id
            )
            select coalesce(sum(n), 0) from gone
            """;

    @Override
    public Uni<Integer> destroy(UUID incidentId) {
        return Sql.rows(Long.class, CLEAR, incidentId)
                .map(rows -> rows.getFirst().intValue());
    }
}
