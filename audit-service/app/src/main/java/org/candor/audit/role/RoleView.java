package org.candor.audit.role;

import java.time.Instant;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A role with the newest version of its inventory. */
@Schema(name = "AccessRole")
public record RoleView(
        UUID roleId,
        String entityId,
        String code,
        int number,
        RoleRequest.Inventory inventory,
        String writtenBy,
        Instant writtenAt,
        @Schema(description = "Who has it now") long holders,
        long version) {

    static final String COLUMNS = """
            select d.role_id, d.entity_id, d.code, v.number, v.what, v.place, v.how, v.why, v.who, v.written_by, v.written_at,
                   (select count(*) from programme.role_holder h where h.role_id = d.role_id and h.until_on is null), d.version
              from programme.access_role d
              join lateral (select * from programme.access_role_version w where w.role_id = d.role_id
                             order by w.number desc limit 1) v on true
            """;

    static RoleView of(Object[] row) {
        return new RoleView(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (Integer) row[3],
                new RoleRequest.Inventory(
                        (String) row[4], (String) row[5], (String) row[6], (String) row[7], (String) row[8]),
                (String) row[9],
                Sql.instant(row[10]),
                (Long) row[11],
                (Long) row[12]);
    }
}
