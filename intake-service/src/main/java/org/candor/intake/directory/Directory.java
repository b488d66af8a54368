package org.candor.intake.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.events.OfficerRole;
import org.candor.events.ReportKind;
import org.candor.intake.routing.decision.Delegate;
import org.candor.intake.routing.decision.Officer;
import org.candor.intake.routing.decision.Person;
import org.candor.intake.routing.decision.Staff;
import org.candor.kit.data.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the other features know of entities and their people; {@link DirectoryDesk} changes it and counts each change. It is kept
 * in memory for as long as that count stands, because every report needs all of it.
 */
@ApplicationScoped
public class Directory {

    /** While the directory is empty, reports are accepted under this id and shown to those with a grant for all. */
    public static final String UNASSIGNED = "unassigned";

    private static final String REVISION = "select revision from directory_revision";

    private static final String ENTITIES = "select entity_id, name, time_zone from legal_entity order by entity_id";

    private static final String PEOPLE = """
            select person, display_name, mailbox, active, entity_id, role, absences from officer
            union all
            select person, display_name, mailbox, false, '', '', '' from delegate
            """;

    private static final String DELEGATES = """
            select role, person, array_to_string(kinds, ','), from_day, until_day, entity_id from delegate
             where cardinality(kinds) > 0
             order by designated_at, delegate_id
            """;

    /**
     * What routing needs to know of an entity.
     *
     * @param revision of the directory; a higher one may lead to another route
     */
    public record EntityOfficers(String entityId, ZoneId zone, long revision, Staff staff) {}

    /** Id and name of an entity, for forms. */
    @Schema(requiredProperties = {"entityId", "name"})
    public record LegalEntityName(String entityId, String name) {}

    /** The whole directory at one revision. */
    public record Known(long revision, List<LegalEntityName> names, Map<String, EntityOfficers> entities) {

        public Known {
            names = List.copyOf(names);
            entities = Map.copyOf(entities);
        }

        /** The entity with its active officers; also {@link #UNASSIGNED}. */
        public Optional<EntityOfficers> officersOf(String entityId) {
            return Optional.ofNullable(entities.get(entityId));
        }
    }

    private volatile Known known = new Known(0, List.of(), Map.of());

    /**
     * The directory as it stands, in a session that has not changed it. The revision is read first: a change that comes in
     * between makes the route be decided again.
     */
    public Uni<Known> now() {
        return Sql.rows(Long.class, REVISION).map(List::getFirst).chain(this::at);
    }

    private Uni<Known> at(long revision) {
        Known kept = known;
        return kept.revision() == revision
                ? Uni.createFrom().item(kept)
                : read(revision).invoke(fresh -> known = fresh);
    }

    private static Uni<Known> read(long revision) {
        return Sql.rows(Object[].class, ENTITIES)
                .chain(entities -> Sql.rows(Object[].class, PEOPLE)
                        .chain(people -> Sql.rows(Object[].class, DELEGATES)
                                .map(delegates -> known(revision, entities, people, delegates))));
    }

    private static Known known(
            long revision, List<Object[]> entities, List<Object[]> people, List<Object[]> delegates) {
        List<Person> everybody =
                people.stream().map(Directory::person).distinct().toList();
        Map<String, EntityOfficers> byId = new HashMap<>();
        byId.put(UNASSIGNED, entity(UNASSIGNED, ZoneOffset.UTC, revision, people, delegates, everybody));
        for (Object[] row : entities) {
            String id = (String) row[0];
            byId.put(id, entity(id, ZoneId.of((String) row[2]), revision, people, delegates, everybody));
        }
        return new Known(revision, entities.stream().map(Directory::name).toList(), byId);
    }

    private static EntityOfficers entity(
            String entityId,
            ZoneId zone,
            long revision,
            List<Object[]> people,
            List<Object[]> delegates,
            List<Person> everybody) {
        Staff staff = new Staff(
                people.stream()
                        .filter(row -> (Boolean) row[3] && entityId.equals(row[4]))
                        .map(Directory::officer)
                        .toList(),
                delegates.stream()
                        .filter(row -> entityId.equals(row[5]))
                        .map(Directory::delegate)
                        .toList(),
                everybody);
        return new EntityOfficers(entityId, zone, revision, staff);
    }

    private static LegalEntityName name(Object[] row) {
        return new LegalEntityName((String) row[0], (String) row[1]);
    }

    private static Officer officer(Object[] row) {
        return new Officer(
                OfficerRole.valueOf((String) row[5]),
                (String) row[0],
                (String) row[1],
                (String) row[2],
                OfficerRow.absences((String) row[6]));
    }

    private static Delegate delegate(Object[] row) {
        return new Delegate(
                OfficerRole.valueOf((String) row[0]),
                (String) row[1],
                Stream.of(((String) row[2]).split(",")).map(ReportKind::valueOf).collect(Collectors.toSet()),
                (LocalDate) row[3],
                Optional.ofNullable((LocalDate) row[4]));
    }

    private static Person person(Object[] row) {
        return new Person((String) row[0], (String) row[1], (String) row[2]);
    }
}
