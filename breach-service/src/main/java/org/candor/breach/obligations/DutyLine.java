package org.candor.breach.obligations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.candor.events.ObligationKind;
import org.candor.kit.web.Cursor;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A duty in a list across breaches.
 *
 * @param target by when the organisation wants it done
 * @param due last lawful day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ObligationLine")
public record DutyLine(
        UUID obligationId,
        UUID incidentId,
        String entityId,
        boolean drill,
        ObligationKind kind,
        String jurisdiction,
        String recipient,
        String citation,
        LocalDate target,
        LocalDate due,
        LocalDate heldUntil,
        LocalDate completedOn,
        Long daysLate) {

    static DutyLine of(Object[] row) {
        return new DutyLine(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (Boolean) row[3],
                ObligationKind.valueOf((String) row[4]),
                (String) row[5],
                (String) row[6],
                (String) row[7],
                Columns.day(row[8]),
                Columns.day(row[9]),
                Columns.day(row[10]),
                Columns.day(row[11]),
                row[12] == null ? null : ((Number) row[12]).longValue());
    }

    Cursor cursor() {
        return new Cursor(due.atStartOfDay(ZoneOffset.UTC).toInstant(), obligationId);
    }
}
