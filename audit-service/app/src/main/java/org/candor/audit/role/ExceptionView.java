package org.candor.audit.role;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.audit.retention.decision.RetentionRule;
import org.candor.audit.role.decision.AccessException;
import org.candor.kit.data.Sql;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An exception of access; its reason only where one is read. */
@Schema(name = "AccessException")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExceptionView(
        UUID exceptionId,
        UUID roleId,
        String entityId,
        String code,
        String person,
        String department,
        State state,
        LocalDate untilOn,

        @Schema(implementation = String.class, nullable = true)
        PersonalText reason,

        String requestedBy,
        Instant requestedAt,
        @Schema(nullable = true) String decidedBy,
        @Schema(nullable = true) LocalDate endedOn,

        @Schema(nullable = true, description = "The last day on which it must be kept; absent while it is in effect")
        LocalDate retainUntil,

        long version) {

    /** How it stands. */
    public enum State {
        REQUESTED,
        GRANTED,
        REFUSED,
        ENDED
    }

    static final String COLUMNS = """
            select d.exception_id, d.role_id, d.entity_id, r.code, d.person, d.department, d.state, d.until_on, d.requested_by,
                   d.requested_at, d.decided_by, d.ended_on, d.version,
                   (select e.counted_from from programme.record_end e where e.register = 'EXCEPTION' and e.record_id = d.exception_id)
              from programme.access_exception d join programme.access_role r on r.role_id = d.role_id
            """;

    static ExceptionView of(Object[] row, RetentionRule rule) {
        String decidedBy = (String) row[10];
        return new ExceptionView(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                State.valueOf((String) row[6]),
                (LocalDate) row[7],
                null,
                (String) row[8],
                Sql.instant(row[9]),
                decidedBy.isEmpty() ? null : decidedBy,
                (LocalDate) row[11],
                rule.retainUntil((LocalDate) row[13]).orElse(null),
                (Long) row[12]);
    }

    ExceptionView with(PersonalText words) {
        return new ExceptionView(
                exceptionId,
                roleId,
                entityId,
                code,
                person,
                department,
                state,
                untilOn,
                words,
                requestedBy,
                requestedAt,
                decidedBy,
                endedOn,
                retainUntil,
                version);
    }

    AccessException exception() {
        return switch (state) {
            case REQUESTED -> new AccessException.Requested(requestedBy, person);
            case GRANTED -> new AccessException.Granted();
            case REFUSED, ENDED -> new AccessException.Over();
        };
    }
}
