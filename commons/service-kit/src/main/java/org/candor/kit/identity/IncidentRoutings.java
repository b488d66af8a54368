package org.candor.kit.identity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.RoutingEvent.Assigned;
import org.candor.events.RoutingEvent.RoutingChanged;
import org.candor.kit.data.Sql;
import org.candor.kit.outbox.EventJson;

/** The service's copy of the routing records. */
@ApplicationScoped
public class IncidentRoutings {

    private static final String PUT = """
            insert into incident_routing as r
                   (incident_id, entity_id, drill, version, officers, recused, restricted_readers, exceptions)
            select cast(?1 as uuid), cast(?2 as text), cast(?3 as boolean), cast(?4 as bigint), cast(?5 as text),
                   cast(?6 as text[]), cast(?7 as text[]), cast(cast(?8 as text) as jsonb)
             where not exists (select 1 from vault.disposed d where d.incident_id = ?1 and d.hidden)
            on conflict (incident_id) do update
               set version = excluded.version, officers = excluded.officers, recused = excluded.recused,
                   restricted_readers = excluded.restricted_readers, exceptions = excluded.exceptions
             where r.version < excluded.version
            """;

    private static final String FIND =
            "select incident_id, entity_id, drill, officers from incident_routing where incident_id = ?1";

    private static final String FIND_VISIBLE = FIND + " and incident_visible(incident_id, ?2, ?3)";

    private record Officers(List<Assigned> officers) {}

    /**
     * Stores a record; an older version never replaces a newer one, and none brings back what was disposed of. Call inside a
     * transaction.
     */
    public Uni<Void> put(RoutingChanged record) {
        return Sql.update(
                        PUT,
                        record.incidentId(),
                        record.entityId(),
                        record.drill(),
                        record.version(),
                        EventJson.write(new Officers(record.officers())),
                        record.recused().toArray(new String[0]),
                        record.restrictedReaders().toArray(new String[0]),
                        EventJson.write(record.exceptions()))
                .replaceWithVoid();
    }

    /** The record for the service's own use, such as mails to the officers in charge. Call inside a session. */
    public Uni<Optional<IncidentRouting>> find(UUID incidentId) {
        return Sql.rows(Object[].class, FIND, incidentId).map(IncidentRoutings::first);
    }

    Uni<Optional<IncidentRouting>> findVisible(UUID incidentId, String person, String entities) {
        return Sql.rows(Object[].class, FIND_VISIBLE, incidentId, person, entities)
                .map(IncidentRoutings::first);
    }

    private static Optional<IncidentRouting> first(List<Object[]> rows) {
        return rows.stream()
                .findFirst()
                .map(row -> new IncidentRouting(
                        (UUID) row[0],
                        (String) row[1],
                        (Boolean) row[2],
                        EventJson.read((String) row[3], Officers.class).officers()));
    }
}
