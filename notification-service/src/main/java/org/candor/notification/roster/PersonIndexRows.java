package org.candor.notification.roster;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.disposal.BlindIndexRows;

/**
 * The keyed numbers of affected people: of the ids under which they were imported, of what tells two rows to be one person, and
 * of their addresses. The rows stay, because counts rest on them.
 */
@ApplicationScoped
class PersonIndexRows implements BlindIndexRows {

    /** A row's own id in place of the number: still one of its kind, and it tells nothing. */
    private static final String CLEAR = """
            update person set external_index = uuid_send(id), same_index = null, address_index = null, returned_address = null
             where incident_id = ?1
               and (external_index <> uuid_send(id) or same_index is not null or address_index is not null
                    or returned_address is not null)
            """;

    private static final String OTHER_IDS = "delete from person_alias where incident_id = ?1";

    @Override
    public Uni<Integer> destroy(UUID incidentId) {
        return Sql.update(CLEAR, incidentId)
                .chain(people -> Sql.update(OTHER_IDS, incidentId).map(others -> people + others));
    }
}
