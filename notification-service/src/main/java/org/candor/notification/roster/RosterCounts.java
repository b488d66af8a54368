package org.candor.notification.roster;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.candor.kit.data.Sql;

/** Counts of a campaign's people. No threshold is applied here. Call inside a session. */
@ApplicationScoped
public class RosterCounts {

    private static final String NOT_PROTECTED = " and reason <> 'DEAD_OVER_FIFTY_YEARS'";

    /**
     * @param total affected individuals
     * @param residents by jurisdiction, as far as known
     * @param byMethod how they are or will be told
     * @param pending how many wait for their own notice
     */
    public record Counts(
            long total,
            Map<String, Long> residents,
            long undeliverableLiving,
            long undeliverableNextOfKin,
            Map<String, Long> byMethod,
            long pending,
            long told) {}

    public Uni<Counts> of(UUID incidentId) {
        return grouped(incidentId, "residence", NOT_PROTECTED)
                .chain(residents -> grouped(incidentId, "reason", "")
                        .chain(reasons -> grouped(incidentId, "method", NOT_PROTECTED)
                                .chain(methods -> grouped(incidentId, "state", "")
                                        .map(states -> counts(residents, reasons, methods, states)))));
    }

    private static Counts counts(
            Map<String, Long> residents,
            Map<String, Long> reasons,
            Map<String, Long> methods,
            Map<String, Long> states) {
        long total = residents.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Long> known = new TreeMap<>(residents);
        known.remove("");
        return new Counts(
                total,
                known,
                reasons.getOrDefault("NO_USABLE_ADDRESS", 0L)
                        + reasons.getOrDefault("CONFIDENTIAL_ADDRESS_UNUSABLE", 0L),
                reasons.getOrDefault("NEXT_OF_KIN_UNREACHABLE", 0L),
                methods,
                states.getOrDefault("PENDING", 0L),
                states.getOrDefault("TOLD", 0L));
    }

    private static Uni<Map<String, Long>> grouped(UUID incidentId, String column, String condition) {
        return Sql.rows(
                        Object[].class,
                        "select " + column + ", count(*) from person where incident_id = ?1" + condition + " group by "
                                + column,
                        incidentId)
                .map(rows -> {
                    Map<String, Long> counts = new TreeMap<>();
                    rows.forEach(row -> counts.put((String) row[0], ((Number) row[1]).longValue()));
                    return counts;
                });
    }
}
