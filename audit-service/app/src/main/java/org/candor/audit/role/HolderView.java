package org.candor.audit.role;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who has or had a role. */
@Schema(name = "RoleHolder")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HolderView(
        UUID holderId,
        UUID roleId,
        String entityId,
        String code,
        String person,
        String department,
        LocalDate fromOn,
        @Schema(nullable = true) LocalDate untilOn,
        String decidedBy,
        long version) {

    static final String COLUMNS = """
            select d.holder_id, d.role_id, d.entity_id, r.code, d.person, d.department, d.from_on, d.until_on, d.decided_by, d.version
              from programme.role_holder d join programme.access_role r on r.role_id = d.role_id
            """;

    static HolderView of(Object[] row) {
        return new HolderView(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (LocalDate) row[6],
                (LocalDate) row[7],
                (String) row[8],
                (Long) row[9]);
    }
}
