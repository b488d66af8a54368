package org.candor.investigation.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candor.events.DirectoryEvent.EntityChanged;
import org.candor.events.DirectoryEvent.OfficerChanged;
import org.candor.kit.data.Sql;

/** The service's copy of the directory. Call inside a session. */
@ApplicationScoped
public class Directory {

    private static final String PUT_ENTITY = """
            insert into legal_entity (entity_id, name, time_zone) values (?1, ?2, ?3)
            on conflict (entity_id) do update set name = excluded.name, time_zone = excluded.time_zone
            """;

    private static final String PUT_OFFICER = """
            insert into officer (officer_id, entity_id, role, person, display_name, active)
            values (?1, ?2, ?3, ?4, ?5, ?6)
            on conflict (officer_id) do update
               set entity_id = excluded.entity_id, role = excluded.role, person = excluded.person,
                   display_name = excluded.display_name, active = excluded.active
            """;

    /** A legal entity as forms name it; its legal days are counted in the zone. */
    public record LegalEntity(String entityId, String name, ZoneId zone) {}

    public Uni<Optional<LegalEntity>> entity(String entityId) {
        return Sql.rows(Object[].class, "select name, time_zone from legal_entity where entity_id = ?1", entityId)
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new LegalEntity(entityId, (String) row[0], ZoneId.of((String) row[1]))));
    }

    /** Display names by subject, also of officers who have left: they signed under that name. */
    public Uni<Map<String, String>> names() {
        return Sql.rows(Object[].class, "select person, display_name from officer order by active")
                .map(Directory::byPerson);
    }

    Uni<Integer> put(EntityChanged entity) {
        return Sql.update(PUT_ENTITY, entity.entityId(), entity.name(), entity.timeZone());
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

    private static Map<String, String> byPerson(List<Object[]> rows) {
        return rows.stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1], (left, active) -> active));
    }
}
