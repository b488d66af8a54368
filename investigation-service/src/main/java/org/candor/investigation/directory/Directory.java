package org.candor.investigation.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.events.DirectoryEvent.EntityChanged;
import org.candor.events.DirectoryEvent.OfficerChanged;
import org.candor.kit.data.Sql;

/** The service's copy of the directory. Call inside a session. */
@ApplicationScoped
public class Directory {

    private static final String PUT_ENTITY = """
            insert into legal_entity (entity_id, name, time_zone, address, phone, email)
            values (?1, ?2, ?3, ?4, ?5, ?6)
            on conflict (entity_id) do update
               set name = excluded.name, time_zone = excluded.time_zone, address = excluded.address,
                   phone = excluded.phone, email = excluded.email
            """;

    private static final String PUT_OFFICER = """
            insert into officer (officer_id, entity_id, role, person, display_name, active)
            values (?1, ?2, ?3, ?4, ?5, ?6)
            on conflict (officer_id) do update
               set entity_id = excluded.entity_id, role = excluded.role, person = excluded.person,
                   display_name = excluded.display_name, active = excluded.active
            """;

    /**
     * A legal entity as forms and letters name it; its legal days are counted in the zone.
     *
     * @param contact lines that say how it is reached; empty where the directory has told nothing
     */
    public record LegalEntity(String entityId, String name, ZoneId zone, List<String> contact) {

        public LegalEntity {
            contact = List.copyOf(contact);
        }
    }

    public Uni<Optional<LegalEntity>> entity(String entityId) {
        return Sql.rows(
                        Object[].class,
                        "select name, time_zone, address, phone, email from legal_entity where entity_id = ?1",
                        entityId)
                .map(rows -> rows.stream().findFirst().map(row -> entity(entityId, row)));
    }

    /** Display names by subject, also of officers who have left: they signed under that name. */
    public Uni<Map<String, String>> names() {
        return Sql.rows(Object[].class, "select person, display_name from officer order by active")
                .map(Directory::byPerson);
    }

    Uni<Integer> put(EntityChanged entity) {
        return Sql.update(
                PUT_ENTITY,
                entity.entityId(),
                entity.name(),
                entity.timeZone(),
                address(entity),
                Objects.requireNonNullElse(entity.tollFree(), ""),
                Objects.requireNonNullElse(entity.email(), ""));
    }

    Uni<Integer> put(OfficerChanged officer) {
        return Sql.update(
                PUT_OFFICER,
                officer.officerId(),
                officer.entityId(),
                officer.role().name(),
                officer.person(),
                officer.displayName(),
                officer.active());
    }

    private static LegalEntity entity(String entityId, Object[] row) {
        List<String> contact = Stream.of(row[2], row[3], row[4])
                .map(line -> spoken((String) line))
                .filter(line -> !line.isBlank())
                .toList();
        return new LegalEntity(entityId, (String) row[0], ZoneId.of((String) row[1]), contact);
    }

    /** A number of North America as people there write it. */
    private static String spoken(String line) {
        return line.replaceFirst("^\\+1(\\d{3})(\\d{3})(\\d{4})$", "1-$1-$2-$3");
    }

    private static String address(EntityChanged entity) {
        return "%s, %s, %s %s".formatted(entity.street(), entity.city(), entity.state(), entity.zip());
    }

    private static Map<String, String> byPerson(List<Object[]> rows) {
        return rows.stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1], (left, active) -> active));
    }
}
