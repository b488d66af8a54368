package org.candor.notification.lookup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.disposal.BlindIndexRows;

/** The keyed names of a breach's people; with them goes the wish to have some, so that nobody looks for them again. */
@ApplicationScoped
class LookUpRows implements BlindIndexRows {

    @Override
    public Uni<Integer> destroy(UUID incidentId) {
        return Sql.update("delete from look_up_index where incident_id = ?1", incidentId)
                .chain(() -> Sql.update("delete from person_look_up where incident_id = ?1", incidentId));
    }
}
