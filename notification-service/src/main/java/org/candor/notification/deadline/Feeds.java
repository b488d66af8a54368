package org.candor.notification.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.events.OfficerRole;
import org.candor.kit.data.Sql;

/** The rows of calendar feeds. Call inside a session. */
@ApplicationScoped
class Feeds {

    private static final String COLUMNS =
            " id, name, role, language, drill, created_at, expires_at, last_read_on, revoked_at from calendar_feed ";

    private static final String ADD = """
            insert into calendar_feed (id, person, entities, roles, name, role, language, drill, secret_sha256, created_at, expires_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """;

    /**
     * What a feed may show is asked anew at each reading: the entities that were granted when it was made and in which the
     * directory still holds the subscriber as an officer in one of the roles that he had.
     */
    private static final String OPEN = """
            select f.id, f.person, f.name, f.role, f.language, f.drill,
                   coalesce((select string_agg(distinct o.entity_id, ',')
                               from officer o
                              where o.person = f.person and o.active
                                and o.role = any (string_to_array(f.roles, ','))
                                and (f.entities = '*' or o.entity_id = any (string_to_array(f.entities, ',')))), '')
              from calendar_feed f
             where f.secret_sha256 = ?1 and f.revoked_at is null and f.expires_at > cast(?2 as timestamptz)
            """;

    private static final String READ =
            "update calendar_feed set last_read_on = ?2 where id = ?1 and last_read_on is distinct from cast(?2 as date)";

    /** A feed that is open to whoever knows its secret. */
    record OpenFeed(
            UUID id, String person, String name, String role, String language, boolean drill, String entities) {}

    Uni<Integer> add(
            UUID id,
            Deadlines.Reader subscriber,
            List<OfficerRole> roles,
            FeedRequest request,
            byte[] secretHash,
            Instant now,
            Instant until) {
        return Sql.update(
                ADD,
                id,
                subscriber.person(),
                subscriber.entities(),
                roles.stream().map(OfficerRole::name).collect(Collectors.joining(",")),
                request.name(),
                request.role() == null ? "" : request.role(),
                request.language() == null ? "en" : request.language(),
                request.drill(),
                secretHash,
                now,
                until);
    }

    Uni<List<FeedView>> of(String person) {
        return Sql.rows(Object[].class, "select" + COLUMNS + "where person = ?1 order by created_at, id", person)
                .map(rows -> rows.stream().map(Feeds::view).toList());
    }

    /** Answers false where the person has no such feed; twice is as good as once. */
    Uni<Boolean> revoke(UUID id, String person, Instant now) {
        return Sql.update(
                        "update calendar_feed set revoked_at = coalesce(revoked_at, cast(?3 as timestamptz))"
                                + " where id = ?1 and person = ?2",
                        id,
                        person,
                        now)
                .map(count -> count == 1);
    }

    Uni<Optional<OpenFeed>> open(byte[] secretHash, Instant now) {
        return Sql.rows(Object[].class, OPEN, secretHash, now)
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new OpenFeed(
                                (UUID) row[0],
                                (String) row[1],
                                (String) row[2],
                                (String) row[3],
                                (String) row[4],
                                (Boolean) row[5],
                                (String) row[6])));
    }

    Uni<Integer> read(UUID id, LocalDate day) {
        return Sql.update(READ, id, day);
    }

    private static FeedView view(Object[] row) {
        String role = (String) row[2];
        return new FeedView(
                (UUID) row[0],
                (String) row[1],
                role.isEmpty() ? null : role,
                (String) row[3],
                (Boolean) row[4],
                instant(row[5]),
                instant(row[6]),
                (LocalDate) row[7],
                instant(row[8]),
                null);
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
