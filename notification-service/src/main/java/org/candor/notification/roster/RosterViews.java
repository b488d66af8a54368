package org.candor.notification.roster;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.kit.data.Sql;

/** Shows imports. Call inside a session. */
@ApplicationScoped
class RosterViews {

    private static final int SHOWN = 100;

    private static final String FINDINGS =
            "select row_number, outcome, flags, column_name from roster_finding where import_id = ?1";

    private final RosterCounts counts;

    RosterViews(RosterCounts counts) {
        this.counts = counts;
    }

    Uni<RosterImportView> full(RosterImportRow row) {
        return counts.of(row.incidentId())
                .chain(counted -> findings(row.id()).map(findings -> view(row, counted, findings)));
    }

    /** Without what takes time to count. */
    static RosterImportView progress(RosterImportRow row) {
        return view(row, null, null);
    }

    /** Every row of that range with what became of it, as lines of a CSV file. */
    Uni<String> lines(UUID importId, long from, long to) {
        return Sql.rows(
                        Object[].class,
                        FINDINGS + " and row_number >= ?2 and row_number < ?3 order by row_number",
                        importId,
                        from,
                        to)
                .map(rows -> {
                    Map<Long, Object[]> found = new TreeMap<>();
                    rows.forEach(row -> found.put(((Number) row[0]).longValue(), row));
                    return java.util.stream.LongStream.range(from, to)
                            .mapToObj(number -> line(number, found.get(number)))
                            .collect(Collectors.joining());
                });
    }

    private static String line(long number, Object[] found) {
        return found == null
                ? number + ",ACCEPTED,,\r\n"
                : number + "," + found[1] + "," + found[2] + "," + found[3] + "\r\n";
    }

    private static RosterImportView view(
            RosterImportRow row, RosterCounts.Counts counted, List<RosterImportView.Finding> findings) {
        return new RosterImportView(
                row.id(),
                row.state(),
                row.sha256().orElse(null),
                row.refusal().isEmpty() ? null : row.refusal(),
                row.detail().isEmpty() ? null : row.detail(),
                row.rowsDone(),
                row.accepted(),
                row.warned(),
                row.refused(),
                row.merged(),
                row.toldBefore(),
                row.importedAt().orElse(null),
                counted,
                findings);
    }

    private static Uni<List<RosterImportView.Finding>> findings(UUID importId) {
        return Sql.rows(Object[].class, FINDINGS + " order by row_number limit " + SHOWN, importId)
                .map(rows -> rows.stream()
                        .map(row -> new RosterImportView.Finding(
                                ((Number) row[0]).longValue(),
                                (String) row[1],
                                Arrays.asList(((String) row[2]).split(" ")),
                                (String) row[3]))
                        .toList());
    }
}
