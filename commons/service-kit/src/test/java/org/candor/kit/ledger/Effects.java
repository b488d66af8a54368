package org.candor.kit.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.candor.events.Envelope;
import org.candor.kit.data.Sql;
import org.candor.kit.web.Correlation;

/** What the ledger's consumers leave behind. */
@ApplicationScoped
class Effects {

    Uni<Integer> add(Envelope envelope, UUID incidentId, String what) {
        return Sql.update(
                "insert into ledger_effect (event_id, incident_id, what, correlation_id) values (?1, ?2, ?3, ?4)",
                envelope.id(),
                incidentId,
                what,
                Correlation.id());
    }

    Uni<Boolean> has(UUID incidentId, String what) {
        return any("select count(*) from ledger_effect where incident_id = ?1 and what = ?2", incidentId, what);
    }

    Uni<Boolean> mustFail(UUID incidentId) {
        return any(
                "select count(*) from ledger_fault where incident_id = ?1 and nextval('ledger_attempt') > 0",
                incidentId);
    }

    private static Uni<Boolean> any(String sql, Object... parameters) {
        return Sql.rows(Long.class, sql, parameters).map(List::getFirst).map(count -> count > 0);
    }
}
