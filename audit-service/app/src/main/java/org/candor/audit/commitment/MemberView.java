package org.candor.audit.commitment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.audit.retention.decision.RetentionRule;
import org.candor.kit.data.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who commits himself, and whether he has. */
@Schema(name = "Member")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberView(
        UUID memberId,
        String entityId,
        String person,
        MemberRequest.Standing standing,
        @Schema(nullable = true) String department,
        LocalDate joinedOn,
        @Schema(nullable = true) LocalDate leftOn,

        @Schema(nullable = true, description = "The newest wording that he signed")
        Integer signedNumber,

        @Schema(nullable = true) LocalDate signedOn,

        @Schema(description = "Whether a signature is asked for that is not there")
        boolean missing,

        @Schema(nullable = true) Instant remindedAt,

        @Schema(nullable = true, description = "The last day on which it must be kept; absent while it is in effect")
        LocalDate retainUntil,

        long version) {

    static MemberView of(Object[] row, RetentionRule rule) {
        String department = (String) row[4];
        return new MemberView(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                MemberRequest.Standing.valueOf((String) row[3]),
                department.isEmpty() ? null : department,
                (LocalDate) row[5],
                (LocalDate) row[6],
                (Integer) row[7],
                (LocalDate) row[8],
                (Boolean) row[9],
                row[10] == null ? null : Sql.instant(row[10]),
                rule.retainUntil((LocalDate) row[12]).orElse(null),
                (Long) row[11]);
    }
}
