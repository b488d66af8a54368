package org.candor.notification.coveredentity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.data.Sql;
import org.candor.kit.errors.Problem;
import org.candor.kit.time.Ids;
import org.candor.notification.Hashes;

/** Lists of individuals of a covered entity, each sealed as the file came (45 CFR 164.410(c)(1)). Call inside a session. */
@ApplicationScoped
class PeopleLists {

    private static final String PLACE = "covered_entity_list.sealed";

    private static final String ADD = """
            insert into covered_entity_list (id, affected_id, number, people, refused, sealed, sha256, recorded_at, recorded_by)
            select cast(?1 as uuid), cast(?2 as uuid), count(*) + 1, cast(?3 as int), cast(?4 as int), cast(?5 as bytea),
                   cast(?6 as bytea), cast(?7 as timestamptz), cast(?8 as text)
              from covered_entity_list where affected_id = cast(?2 as uuid)
            on conflict do nothing
            """;

    private static final String FIND = """
            select l.id, l.number, l.people, l.refused, l.sha256, l.recorded_at, l.affected_id
              from covered_entity_list l join covered_entity c on c.affected_id = l.affected_id
             where c.incident_id = ?1 order by l.number
            """;

    /** A list with the file itself. */
    record Sealed(UUID id, int people, byte[] sha256, byte[] csv) {}

    /** A list and whose it is. */
    record Of(UUID affectedId, CoveredEntityView.Listed listed) {}

    private final Ids ids;
    private final Clock clock;

    PeopleLists(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** The same file again changes nothing. */
    Uni<Integer> add(UUID affectedId, int people, int refused, byte[] csv, String actor, IncidentCipher cipher) {
        UUID id = ids.next();
        return Sql.update(
                ADD,
                id,
                affectedId,
                people,
                refused,
                cipher.seal(PLACE, id, csv),
                Hashes.sha256(csv),
                clock.instant(),
                actor);
    }

    Uni<List<Of>> all(UUID incidentId) {
        return Sql.rows(Object[].class, FIND, incidentId)
                .map(rows -> rows.stream()
                        .map(row -> new Of(
                                (UUID) row[6],
                                new CoveredEntityView.Listed(
                                        (UUID) row[0],
                                        ((Number) row[1]).intValue(),
                                        ((Number) row[2]).intValue(),
                                        ((Number) row[3]).intValue(),
                                        Hashes.hex((byte[]) row[4]),
                                        Sql.instant(row[5]))))
                        .toList());
    }

    /** The newest; empty while nobody is known. */
    Uni<Optional<Sealed>> newest(UUID affectedId, IncidentCipher cipher) {
        return find("order by number desc limit 1", cipher, affectedId);
    }

    Uni<Sealed> one(UUID affectedId, UUID listId, IncidentCipher cipher) {
        return find("and id = ?2", cipher, affectedId, listId).map(found -> found.orElseThrow(Problem::notFound));
    }

    private static Uni<Optional<Sealed>> find(String which, IncidentCipher cipher, Object... parameters) {
        return Sql.rows(
                        Object[].class,
                        "select id, people, sha256, sealed from covered_entity_list where affected_id = ?1 " + which,
                        parameters)
                .map(rows -> rows.stream().findFirst().map(row -> {
                    UUID id = (UUID) row[0];
                    return new Sealed(
                            id, ((Number) row[1]).intValue(), (byte[]) row[2], cipher.readBytes(PLACE, id, (byte[])
                                    row[3]));
                }));
    }
}
