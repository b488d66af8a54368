package org.candor.breach.associate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.candor.breach.associate.decision.Reported;
import org.candor.breach.obligations.Columns;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The report of a business associate as it came, beside which an officer's correction stands.
 *
 * @param discoveredOn day on which it says that it discovered the breach; absent when it says none
 * @param standing {@code AGENT}, {@code INDEPENDENT} or {@code UNKNOWN}, as it sees itself
 * @param contractDays days that its contract gives it, as it says
 * @param supplements how often it has told more (policy III.A.4.a)
 * @param affectedKnown people known to be affected, as it said last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BusinessAssociateReport")
public record AssociateReport(
        LocalDate discoveredOn,
        String standing,
        Integer contractDays,
        Instant learnedAt,
        Instant receivedAt,
        int supplements,
        Long affectedKnown,
        Instant suppliedAt) {

    /** Of a table that the statement calls {@code r}. */
    static final String COLUMNS = "r.discovered_on, r.standing, r.contract_days, r.learned_at, r.received_at,"
            + " r.supplements, r.affected_known, r.supplied_at";

    /** Reads {@link #COLUMNS} from that place on. */
    static AssociateReport of(Object[] row, int from) {
        return new AssociateReport(
                Columns.day(row[from]),
                (String) row[from + 1],
                row[from + 2] == null ? null : ((Number) row[from + 2]).intValue(),
                Columns.instant(row[from + 3]),
                Columns.instant(row[from + 4]),
                ((Number) row[from + 5]).intValue(),
                row[from + 6] == null ? null : ((Number) row[from + 6]).longValue(),
                Columns.instant(row[from + 7]));
    }

    Reported reported() {
        return new Reported(
                Optional.ofNullable(discoveredOn),
                standing == null || standing.equals("UNKNOWN")
                        ? Optional.empty()
                        : Optional.of(standing.equals("AGENT")),
                contractDays == null ? OptionalInt.empty() : OptionalInt.of(contractDays),
                Optional.ofNullable(learnedAt),
                receivedAt);
    }

    /** With the row in which it stands. */
    record Kept(
            UUID incidentId,
            String entityId,
            Optional<String> associateId,
            boolean phiPossible,
            AssociateReport report) {}
}
