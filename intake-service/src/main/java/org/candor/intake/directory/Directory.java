package org.candor.intake.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
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

/** What the other features know of entities and their people; {@link DirectoryDesk} changes it. */
@ApplicationScoped
public class Directory {

    /** While the directory is empty, reports are accepted under this id and shown to those with a grant for all. */
    public static final String UNASSIGNED = "unassigned";

    private static final String CALENDAR = """
            select coalesce(e.time_zone, ''), d.revision from directory_revision d left join legal_entity e on e.entity_id = ?1
            """;

    private static final String PEOPLE = """
            select person, display_name, mailbox, active and entity_id = ?1, role, absences from officer
            union all
            select person, display_name, mailbox, false, '', '' from delegate
            """;

    private static final String DELEGATES = """
            select role, person, array_to_string(kinds, ','), from_day, until_day from delegate
             where entity_id = ?1 and cardinality(kinds) > 0
             order by designated_at, delegate_id
            """;

    /**
     * What routing needs to know of an entity.
     *
     * @param revision of the directory; a higher one may lead to another route
     */
    public record EntityOfficers(String entityId, ZoneId zone, long revision, Staff staff) {}

    private final LegalEntities entities;

    Directory(LegalEntities entities) {
        this.entities = entities;
    }

    /** All entity ids, in a session. */
    public Uni<List<LegalEntityName>> names() {
        return entities.findAll()
                .list()
                .map(all -> all.stream()
                        .map(entity -> new LegalEntityName(entity.entityId, entity.name))
                        .toList());
    }

    /** Id and name of an entity, for forms. */
    @Schema(requiredProperties = {"entityId", "name"})
    public record LegalEntityName(String entityId, String name) {}

    /**
     * The entity with its active officers, in a session. The revision is read first: a change that comes in between makes
     * the route be decided again.
     */
    public Uni<Optional<EntityOfficers>> officersOf(String entityId) {
        return Sql.rows(Object[].class, CALENDAR, entityId).chain(rows -> {
            String timeZone = (String) rows.getFirst()[0];
            long revision = ((Number) rows.getFirst()[1]).longValue();
            return timeZone.isEmpty() && !entityId.equals(UNASSIGNED)
                    ? Uni.createFrom().item(Optional.empty())
                    : staff(entityId)
                            .map(staff -> Optional.of(new EntityOfficers(entityId, zone(timeZone), revision, staff)));
        });
    }

    private static ZoneId zone(String timeZone) {
        return timeZone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(timeZone);
    }

    private Uni<Staff> staff(String entityId) {
        return Sql.rows(Object[].class, PEOPLE, entityId)
                .chain(rows -> Sql.rows(Object[].class, DELEGATES, entityId)
                        .map(helpers -> new Staff(
                                rows.stream()
                                        .filter(row -> (Boolean) row[3])
                                        .map(Directory::officer)
                                        .toList(),
                                helpers.stream().map(Directory::delegate).toList(),
                                rows.stream().map(Directory::person).distinct().toList())));
    }

    private static Officer officer(Object[] row) {
        return new Officer(
                OfficerRole.valueOf((String) row[4]),
                (String) row[0],
                (String) row[1],
                (String) row[2],
                OfficerRow.absences((String) row[5]));
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
