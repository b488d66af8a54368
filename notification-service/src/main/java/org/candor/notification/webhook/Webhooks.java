package org.candor.notification.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.data.Sql;

/** The rows of subscriptions. Call inside a session. */
@ApplicationScoped
class Webhooks {

    private static final String ADD = """
            insert into webhook (id, owner, entities, name, url, types, secret_number, state, failures, created_at, version)
            values (?1, ?2, ?3, ?4, ?5, ?6, 1, 'ACTIVE', 0, ?7, 1)
            """;

    private static final String OF = """
            select id, name, url, types, state, failures, created_at, disabled_at, secret_number, version from webhook
             where owner = ?1 and state <> 'DELETED'
            """;

    private static final String ROTATE = """
            update webhook set secret_number = secret_number + 1, version = version + 1
             where id = ?1 and owner = ?2 and version = ?3 and state <> 'DELETED'
            """;

    private static final String ENABLE = """
            update webhook set state = 'ACTIVE', failures = 0, disabled_at = null, version = version + 1
             where id = ?1 and owner = ?2 and version = ?3 and state <> 'DELETED'
            """;

    private static final String FAILED = """
            update webhook set failures = failures + 1,
                   state = case when state = 'ACTIVE' and (?2 or failures + 1 >= ?3) then 'DISABLED' else state end,
                   disabled_at = case when state = 'ACTIVE' and (?2 or failures + 1 >= ?3) then cast(?4 as timestamptz) else disabled_at end,
                   version = version + case when state = 'ACTIVE' and (?2 or failures + 1 >= ?3) then 1 else 0 end
             where id = ?1
            returning state = 'DISABLED' and disabled_at = cast(?4 as timestamptz)
            """;

    Uni<Integer> add(UUID id, String owner, String entities, WebhookRequest request, Instant now) {
        return Sql.update(
                ADD, id, owner, entities, request.name(), request.url(), String.join(" ", request.types()), now);
    }

    Uni<List<WebhookView>> of(String owner) {
        return Sql.rows(Object[].class, OF + " order by created_at, id", owner)
                .map(rows -> rows.stream().map(Webhooks::view).toList());
    }

    Uni<Optional<WebhookView>> find(UUID id, String owner) {
        return Sql.rows(Object[].class, OF + " and id = ?2", owner, id)
                .map(rows -> rows.stream().findFirst().map(Webhooks::view));
    }

    Uni<Integer> delete(UUID id, String owner) {
        return Sql.update(
                "update webhook set state = 'DELETED', version = version + 1 where id = ?1 and owner = ?2", id, owner);
    }

    Uni<Integer> rotate(UUID id, String owner, long version) {
        return Sql.update(ROTATE, id, owner, version);
    }

    Uni<Integer> enable(UUID id, String owner, long version) {
        return Sql.update(ENABLE, id, owner, version);
    }

    /** Answers true where this failure disabled it. */
    Uni<Boolean> failed(UUID id, boolean atOnce, int most, Instant now) {
        return Sql.rows(Boolean.class, FAILED, id, atOnce, most, now)
                .map(rows -> !rows.isEmpty() && Boolean.TRUE.equals(rows.getFirst()));
    }

    Uni<Integer> succeeded(UUID id) {
        return Sql.update("update webhook set failures = 0 where id = ?1 and failures > 0", id);
    }

    private static WebhookView view(Object[] row) {
        return new WebhookView(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                List.of(((String) row[3]).split(" ")),
                (String) row[4],
                ((Number) row[5]).intValue(),
                instant(row[6]),
                instant(row[7]),
                null,
                ((Number) row[8]).intValue(),
                ((Number) row[9]).longValue());
    }

    static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
