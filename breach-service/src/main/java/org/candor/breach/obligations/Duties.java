package org.candor.breach.obligations;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.outbox.EventJson;
import org.candor.kit.outbox.Origin;

/** The duties that stand now, one row each; written with the computation that they follow. */
@ApplicationScoped
class Duties {

    private static final String CLEAR = "delete from obligation where incident_id = ?1";

    // Without the cast to text the driver would take the JSON for a JSON string.
    private static final String PUT = """
            insert into obligation (obligation_id, incident_id, entity_id, drill, rule_id, kind, jurisdiction, recipient,
                                    citation, target, due, held_until, completed_on, days_late)
            select o."obligationId", ?1, ?2, ?3, o."ruleId", o.kind, o.jurisdiction, o.recipient,
                   o.citation, o.target, o.due, o."heldUntil", o."completedOn", o."daysLate"
              from jsonb_to_recordset(cast(cast(?4 as text) as jsonb) -> 'list')
                   as o("obligationId" uuid, "ruleId" text, kind text, jurisdiction text, recipient text, citation text,
                        target date, due date, "heldUntil" date, "completedOn" date, "daysLate" bigint)
            """;

    private record Standing(List<KeptObligation> list) {}

    /** Replaces those of that breach. Call inside the transaction of the computation. */
    Uni<Void> replace(UUID incidentId, List<KeptObligation> obligations, Origin origin) {
        String json = EventJson.write(new Standing(obligations));
        return Sql.update(CLEAR, incidentId)
                .chain(() -> Sql.update(PUT, incidentId, origin.entityId(), origin.drill(), json))
                .replaceWithVoid();
    }
}
