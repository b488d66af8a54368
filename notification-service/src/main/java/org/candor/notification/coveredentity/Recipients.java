package org.candor.notification.coveredentity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.data.Sql;
import org.candor.kit.errors.Problem;
import org.candor.kit.outbox.EventJson;

/** Covered entities as breach-service names them by a deadline each, and who they are. Call inside a session. */
@ApplicationScoped
class Recipients {

    private static final String FIND = """
            select d.deadline_id, d.due_on, d.state, c.sealed, coalesce(c.version, 0)
              from deadline d left join covered_entity c on c.affected_id = d.deadline_id
             where d.incident_id = ?1 and d.kind = 'COVERED_ENTITY_NOTICE'
               and (cast(?2 as uuid) = '00000000-0000-0000-0000-000000000000' or d.deadline_id = cast(?2 as uuid))
             order by d.due_on, d.deadline_id
            """;

    private static final String PUT = """
            insert into covered_entity as c (affected_id, incident_id, sealed, version) values (?1, ?2, ?3, 1)
            on conflict (affected_id) do update set sealed = excluded.sealed, version = c.version + 1
            """;

    private static final UUID ALL = new UUID(0, 0);

    /**
     * A covered entity to tell.
     *
     * @param state of its deadline
     */
    record Affected(UUID id, LocalDate due, String state, Optional<RecipientRequest> recipient, long version) {}

    Uni<List<Affected>> all(UUID incidentId, IncidentCipher cipher) {
        return find(incidentId, ALL, cipher);
    }

    Uni<Affected> one(UUID incidentId, UUID affectedId, IncidentCipher cipher) {
        return find(incidentId, affectedId, cipher)
                .map(found -> found.stream().findFirst().orElseThrow(Problem::notFound));
    }

    Uni<Integer> put(UUID incidentId, UUID affectedId, RecipientRequest request, IncidentCipher cipher) {
        byte[] sealed = cipher.seal(RecipientRequest.PLACE, affectedId, EventJson.write(request));
        return Sql.update(PUT, affectedId, incidentId, sealed);
    }

    private static Uni<List<Affected>> find(UUID incidentId, UUID affectedId, IncidentCipher cipher) {
        return Sql.rows(Object[].class, FIND, incidentId, affectedId)
                .map(rows -> rows.stream().map(row -> affected(row, cipher)).toList());
    }

    private static Affected affected(Object[] row, IncidentCipher cipher) {
        UUID id = (UUID) row[0];
        return new Affected(
                id,
                (LocalDate) row[1],
                (String) row[2],
                Optional.ofNullable((byte[]) row[3])
                        .map(kept ->
                                EventJson.read(cipher.read(RecipientRequest.PLACE, id, kept), RecipientRequest.class)),
                ((Number) row[4]).longValue());
    }
}
