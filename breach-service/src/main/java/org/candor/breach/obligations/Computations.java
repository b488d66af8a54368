package org.candor.breach.obligations;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.outbox.EventJson;

/** The computations of each breach; rows are only added. */
@ApplicationScoped
public class Computations {

    private static final String ADD = """
            insert into computation (incident_id, version, computed_at, because, actor, rules_version,
                                     discovered_on, combined_letter_due, facts, obligations, changes, warnings)
            values (?1, ?2, ?3, ?4, ?5, ?6, cast(nullif(?7, '') as date), cast(nullif(?8, '') as date), ?9, ?10, ?11, ?12)
            """;

    private static final String COLUMNS = """
            select version, computed_at, because, actor, rules_version, discovered_on, combined_letter_due,
                   facts, obligations, changes, warnings
              from computation where incident_id = ?1
            """;

    private static final String LATEST = COLUMNS + " order by version desc limit 1";
    private static final String ALL = COLUMNS + " order by version";

    private record Facts(FactsView facts) {}

    private record Obligations(List<KeptObligation> list) {}

    private record Changes(List<ObligationChange> list) {}

    private record Warnings(List<String> list) {}

    Uni<Void> add(UUID incidentId, KeptComputation kept) {
        return Sql.update(
                        ADD,
                        incidentId,
                        kept.version(),
                        kept.computedAt(),
                        kept.because(),
                        kept.actor(),
                        kept.rulesVersion(),
                        text(kept.discoveredOn()),
                        text(kept.combinedLetterDue()),
                        EventJson.write(new Facts(kept.facts())),
                        EventJson.write(new Obligations(kept.obligations())),
                        EventJson.write(new Changes(kept.changes())),
                        EventJson.write(new Warnings(kept.warnings())))
                .replaceWithVoid();
    }

    /** The one that stands; empty before the first. Call inside a session. */
    public Uni<Optional<KeptComputation>> latest(UUID incidentId) {
        return Sql.rows(Object[].class, LATEST, incidentId)
                .map(rows -> rows.stream().findFirst().map(Computations::read));
    }

    /** All of them, the first first. */
    public Uni<List<KeptComputation>> all(UUID incidentId) {
        return Sql.rows(Object[].class, ALL, incidentId)
                .map(rows -> rows.stream().map(Computations::read).toList());
    }

    private static KeptComputation read(Object[] row) {
        return new KeptComputation(
                ((Number) row[0]).intValue(),
                Columns.instant(row[1]),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                Columns.day(row[5]),
                Columns.day(row[6]),
                EventJson.read((String) row[7], Facts.class).facts(),
                EventJson.read((String) row[8], Obligations.class).list(),
                EventJson.read((String) row[9], Changes.class).list(),
                EventJson.read((String) row[10], Warnings.class).list());
    }

    private static String text(LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
