package org.candor.notification.roster;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.disposal.BlindIndexRows;

/** The keyed numbers under which affected people were imported; the rows stay, because counts rest on them. */
@ApplicationScoped
class PersonIndexRows implements BlindIndexRows {

    /** A row's own id in place of the number: still one of its kind, and it tells nothing. */
    private static final String CLEAR = """
            update person set external_index = uuid_send(id)
             where incident_id = ?1 and external_index <> uuid_send(id)
            """;

    @Override
    public Uni<Integer> destroy(UUID incidentId) {
        return Sql.update(CLEAR, incidentId);
    }
}
