package org.candor.intake.exceptions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.intake.exceptions.decision.BreakGlass.Standing;
import org.candor.kit.data.Sql;
import org.candor.kit.web.Cursor;

/** The rows of exceptions; none is changed but by the end of its time. Call inside a session. */
@ApplicationScoped
class ExceptionRows {

    /** Where the incident's key was destroyed there are no words any more. */
    private static final String SELECT = """
            select x.exception_id, x.kind, x.incident_id, x.entity_id, x.person, x.ground, array_to_string(x.fields, ','),
                   array_to_string(x.readers, ','), x.reason, x.used_at, x.ends_at,
                   exists (select 1 from vault.data_key k where k.incident_id = x.incident_id)
              from access_exception x
            """;

    private static final String PAGE = SELECT + """
             where x.entity_id = ?1 and incident_visible(x.incident_id, ?2, ?3)
               and (x.used_at, x.exception_id) < (cast(?4 as timestamptz), cast(?5 as uuid))
             order by x.used_at desc, x.exception_id desc limit ?6
            """;

    private static final String ONE = SELECT + " where x.exception_id = ?1";

    private static final String ADD = """
            insert into access_exception
                   (exception_id, kind, incident_id, entity_id, drill, person, ground, fields, readers, reason, used_at, ends_at)
            select cast(?1 as uuid), cast(?2 as text), r.incident_id, r.entity_id, r.drill, cast(?4 as text), cast(?5 as text),
                   cast(?6 as text[]), cast(?7 as text[]), nullif(cast(?8 as bytea), ''), cast(?9 as timestamptz),
                   nullif(cast(?10 as timestamptz), 'epoch')
              from incident_routing r where r.incident_id = ?3
            """;

    private static final String STANDING = """
            select ?2 = any (recused), ?3 = '*' or entity_id = any (string_to_array(?3, ',')),
                   incident_visible(incident_id, ?2, ?3)
              from incident_routing where incident_id = ?1
            """;

    private static final String ENDED = """
            select exception_id, incident_id, entity_id, drill from access_exception
             where ended_at is null and ends_at <= cast(?1 as timestamptz)
             order by ends_at, exception_id limit 50 for update skip locked
            """;

    private static final String UNMASKED = """
            select count(*), coalesce(min(used_at), cast(?2 as timestamptz)) from access_exception
             where kind = 'UNMASKING' and person = ?1 and used_at > cast(?2 as timestamptz)
            """;

    private static final String OWN = """
            select count(*) from access_exception
             where entity_id = ?1 and person = ?2 and kind <> 'READERS' and used_at >= cast(?3 as timestamptz)
            """;

    private static final byte[] NO_WORDS = {};

    /** What is written down. */
    record Entry(
            UUID id,
            ExceptionKind kind,
            UUID incidentId,
            String person,
            String ground,
            List<String> fields,
            List<String> readers,
            Optional<byte[]> reason,
            Instant at,
            Optional<Instant> endsAt) {}

    /** A row whose time has come. */
    record Ended(UUID id, UUID incidentId, String entityId, boolean drill) {}

    Uni<Integer> add(Entry entry) {
        return Sql.update(
                ADD,
                entry.id(),
                entry.kind().name(),
                entry.incidentId(),
                entry.person(),
                entry.ground(),
                entry.fields().toArray(new String[0]),
                entry.readers().toArray(new String[0]),
                entry.reason().orElse(NO_WORDS),
                entry.at(),
                entry.endsAt().orElse(Instant.EPOCH));
    }

    /** Empty where no routing record has come. */
    Uni<Optional<Standing>> standing(UUID incidentId, String person, String entities) {
        return Sql.rows(Object[].class, STANDING, incidentId, person, entities)
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Standing((Boolean) row[0], (Boolean) row[1], (Boolean) row[2])));
    }

    Uni<List<Object[]>> page(String entityId, String person, String entities, Cursor before, int limit) {
        return Sql.rows(Object[].class, PAGE, entityId, person, entities, before.at(), before.id(), limit);
    }

    Uni<Object[]> one(UUID exceptionId) {
        return Sql.rows(Object[].class, ONE, exceptionId).map(List::getFirst);
    }

    Uni<List<Ended>> ended(Instant now) {
        return Sql.rows(Object[].class, ENDED, now)
                .map(rows -> rows.stream()
                        .map(row -> new Ended((UUID) row[0], (UUID) row[1], (String) row[2], (Boolean) row[3]))
                        .toList());
    }

    /** What somebody asks for is counted one after another until the transaction ends, at whatever replica it comes. */
    Uni<Void> lock(String person) {
        return Sql.rows(Object.class, "select cast(pg_advisory_xact_lock(hashtext(?1)) as text)", "unmask/" + person)
                .replaceWithVoid();
    }

    Uni<Integer> end(UUID exceptionId, Instant now) {
        return Sql.update("update access_exception set ended_at = ?2 where exception_id = ?1", exceptionId, now);
    }

    /** How often a person had values unmasked since then. */
    record Unmasked(long times, Instant first) {}

    Uni<Unmasked> unmasked(String person, Instant since) {
        return Sql.rows(Object[].class, UNMASKED, person, since)
                .map(List::getFirst)
                .map(row -> new Unmasked(((Number) row[0]).longValue(), Sql.instant(row[1])));
    }

    /** How many a person has used himself since then. */
    Uni<Long> own(String entityId, String person, Instant since) {
        return Sql.rows(Long.class, OWN, entityId, person, since).map(List::getFirst);
    }
}
