package org.candor.audit.disposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.audit.retention.decision.RetentionRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record of a register that is no longer in effect, and until when it is kept. */
@Schema(name = "RegisterRecordDue")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegisterRecordView(
        Register register,
        UUID recordId,

        @Schema(nullable = true, description = "Which version of a role")
        Integer number,

        String entityId,

        @Schema(description = "In the zone of its legal entity")
        LocalDate createdOn,

        @Schema(description = "When it was made or last in effect")
        LocalDate countedFrom,

        @Schema(description = "The last day on which it must be kept")
        LocalDate retainUntil,

        @Schema(description = "At least one legal hold is on it, or on a time in which it was in effect")
        boolean onHold,

        @Schema(description = "Rule and citation") String reason) {

    /** Which register it stands in. */
    public enum Register {
        MEMBER,
        ROLE,
        ROLE_HOLDER,
        LOCATION,
        APPOINTMENT,
        EXCEPTION,
        DUTY
    }

    static RegisterRecordView of(Object[] row, RetentionRule rule) {
        LocalDate countedFrom = (LocalDate) row[5];
        return new RegisterRecordView(
                Register.valueOf((String) row[0]),
                (UUID) row[1],
                (Integer) row[2],
                (String) row[3],
                (LocalDate) row[4],
                countedFrom,
                rule.keepThrough(countedFrom),
                (Boolean) row[7],
                rule.id() + " (" + rule.citation() + "): kept for "
                        + rule.keptFor().getYears() + " years after it was made or last in effect on " + countedFrom);
    }
}
