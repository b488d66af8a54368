package org.candor.kit.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.disposal.BlindIndexRows;

@ApplicationScoped
class FinderRows implements BlindIndexRows {

    private static final String CLEAR = """
            update ledger_entry set finder = uuid_send(id) where incident_id = ?1 and finder <> uuid_send(id)
            """;

    @Override
    public Uni<Integer> destroy(UUID incidentId) {
        return Sql.update(CLEAR, incidentId);
    }
}
