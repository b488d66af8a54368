package org.candor.notification.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.web.Cursor;

/** The rows of deliveries. Call inside a session. */
@ApplicationScoped
class Deliveries {

    private static final UUID NO_ID = new UUID(0, 0);

    private static final String ADD = """
            insert into webhook_delivery (id, webhook_id, event_id, incident_id, type, payload, state, attempts, outcome, next_try_at,
                                          created_at)
            select gen_random_uuid(), w.id, ?1, nullif(cast(?2 as uuid), '00000000-0000-0000-0000-000000000000'), ?3, ?4, 'WAITING', 0,
                   '', cast(?5 as timestamptz), cast(?5 as timestamptz)
              from webhook w
             where w.state = 'ACTIVE' and ?3 = any (string_to_array(w.types, ' '))
               and (w.entities = '*' or ?6 = any (string_to_array(w.entities, ',')))
            on conflict (webhook_id, event_id) do nothing
            """;

    /**
     * Whoever subscribed learns only of incidents that he may see at this moment, and of nothing once the directory says that he
     * has left his office: a subscription outlives every token.
     */
    private static final String VISIBLE = """
             (d.incident_id is null or incident_visible(d.incident_id, w.owner, w.entities))
             and coalesce((select bool_or(o.active) from officer o
                            where o.person = w.owner and o.role = 'ADMINISTRATOR'
                              and (w.entities = '*' or o.entity_id = any (string_to_array(w.entities, ',')))), true)
            """;

    private static final String DUE = """
            select d.id, d.webhook_id, d.payload, d.attempts, w.url, w.secret_number
              from webhook_delivery d join webhook w on w.id = d.webhook_id
             where d.state = 'WAITING' and d.next_try_at <= cast(?1 as timestamptz) and w.state = 'ACTIVE' and
            """ + VISIBLE + """
             order by d.next_try_at limit 1 for update of d skip locked
            """;

    private static final String CLAIM =
            "update webhook_delivery set attempts = attempts + 1, next_try_at = ?2 where id = ?1";

    private static final String DELIVERED = """
            update webhook_delivery set state = 'DELIVERED', outcome = ?2, delivered_at = ?3 where id = ?1
            """;

    private static final String FAILED = """
            update webhook_delivery set outcome = ?2, state = case when attempts >= ?3 then 'GIVEN_UP' else state end where id = ?1
            """;

    /** While its receiver is away the others of a subscription wait, so that nobody waits for them. */
    private static final String PUT_OFF = """
            update webhook_delivery set next_try_at = ?2
             where webhook_id = ?1 and state = 'WAITING' and next_try_at < cast(?2 as timestamptz)
            """;

    private static final String LIST = """
            select d.id, d.event_id, d.incident_id, d.type, d.state, d.attempts, d.outcome, d.created_at, d.next_try_at, d.delivered_at
              from webhook_delivery d join webhook w on w.id = d.webhook_id
             where d.webhook_id = ?1 and (?2 = '' or d.state = ?2)
               and (d.created_at, d.id) > (cast(?3 as timestamptz), cast(?4 as uuid)) and
            """ + VISIBLE + " order by d.created_at, d.id limit ?5";

    private static final String REPLAY = """
            update webhook_delivery d set state = 'WAITING', attempts = 0, next_try_at = ?3, delivered_at = null
              from webhook w
             where d.id = ?2 and d.webhook_id = ?1 and w.id = d.webhook_id and d.state <> 'WAITING' and
            """ + VISIBLE;

    /** What is to be sent now. */
    record Due(UUID id, UUID webhookId, String payload, int attempts, String url, int secretNumber) {}

    Uni<Integer> add(UUID eventId, UUID incidentId, String type, String payload, String entityId, Instant now) {
        return Sql.update(ADD, eventId, incidentId == null ? NO_ID : incidentId, type, payload, now, entityId);
    }

    Uni<Optional<Due>> due(Instant now) {
        return Sql.rows(Object[].class, DUE, now)
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Due(
                                (UUID) row[0],
                                (UUID) row[1],
                                (String) row[2],
                                ((Number) row[3]).intValue(),
                                (String) row[4],
                                ((Number) row[5]).intValue())));
    }

    Uni<Integer> claim(Due due, Instant next) {
        return Sql.update(CLAIM, due.id(), next);
    }

    Uni<Integer> delivered(UUID id, String outcome, Instant now) {
        return Sql.update(DELIVERED, id, outcome, now);
    }

    Uni<Integer> failed(UUID id, String outcome, int mostAttempts) {
        return Sql.update(FAILED, id, outcome, mostAttempts);
    }

    Uni<Integer> putOff(UUID webhookId, Instant until) {
        return Sql.update(PUT_OFF, webhookId, until);
    }

    Uni<List<DeliveryView>> of(UUID webhookId, String state, Cursor after, int limit) {
        return Sql.rows(Object[].class, LIST, webhookId, state, after.at(), after.id(), limit)
                .map(rows -> rows.stream().map(Deliveries::view).toList());
    }

    Uni<Integer> replay(UUID webhookId, UUID id, Instant now) {
        return Sql.update(REPLAY, webhookId, id, now);
    }

    private static DeliveryView view(Object[] row) {
        return new DeliveryView(
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                (String) row[3],
                (String) row[4],
                ((Number) row[5]).intValue(),
                (String) row[6],
                Webhooks.instant(row[7]),
                Webhooks.instant(row[8]),
                Webhooks.instant(row[9]));
    }
}
