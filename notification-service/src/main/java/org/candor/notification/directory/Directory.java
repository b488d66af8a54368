package org.candor.notification.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.events.DirectoryEvent.EntityChanged;
import org.candor.events.DirectoryEvent.OfficerChanged;
import org.candor.events.OfficerRole;
import org.candor.kit.data.Sql;
import org.candor.kit.outbox.EventJson;
import org.candor.notification.directory.decision.Officer;
import org.candor.notification.document.Sender;

/** The service's copy of the directory. Call inside a session. */
@ApplicationScoped
public class Directory {

    private static final String PUT_ENTITY = """
            insert into legal_entity (entity_id, name, street, city, state, zip, time_zone, toll_free, email, website)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            on conflict (entity_id) do update
               set name = excluded.name, street = excluded.street, city = excluded.city, state = excluded.state,
                   zip = excluded.zip, time_zone = excluded.time_zone, toll_free = excluded.toll_free,
                   email = excluded.email, website = excluded.website
            """;

    private static final String PUT_OFFICER = """
            insert into officer (officer_id, entity_id, role, person, display_name, mailbox, absences, active)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            on conflict (officer_id) do update
               set entity_id = excluded.entity_id, role = excluded.role, person = excluded.person,
                   display_name = excluded.display_name, mailbox = excluded.mailbox, absences = excluded.absences,
                   active = excluded.active
            """;

    private static final String STAFF = """
            select role, person, mailbox, absences from officer
             where (entity_id = ?1 or ?1 = '') and active and mailbox <> ''
               and (cast(?2 as uuid) = '00000000-0000-0000-0000-000000000000' or incident_visible(cast(?2 as uuid), person, '*'))
             order by role, person
            """;

    private static final String IS_OFFICER = """
            select count(*) from officer
             where person = ?1 and active and role = any (string_to_array(?3, ','))
               and (?2 = '*' or entity_id = any (string_to_array(?2, ',')))
            """;

    private static final UUID NO_INCIDENT = new UUID(0, 0);

    private record Absences(List<org.candor.events.DirectoryEvent.Absence> absences) {}

    /** The entity, or nothing while its record has not come. */
    public Uni<Optional<EntityPaper>> entity(String entityId) {
        return Sql.rows(
                        Object[].class,
                        "select name, street, city, state, zip, time_zone, toll_free, email, website"
                                + " from legal_entity where entity_id = ?1",
                        entityId)
                .map(rows -> rows.stream().findFirst().map(row -> paper(entityId, row)));
    }

    /** The active holders of a role in that entity who have a mailbox. */
    public Uni<List<OfficerContact>> holders(String entityId, OfficerRole role) {
        return Sql.rows(
                        Object[].class,
                        "select person, display_name, mailbox from officer"
                                + " where entity_id = ?1 and role = ?2 and active and mailbox <> '' order by person",
                        entityId,
                        role.name())
                .map(rows -> rows.stream()
                        .map(row -> new OfficerContact(role, (String) row[0], (String) row[1], (String) row[2]))
                        .toList());
    }

    /**
     * Active officers with a mailbox, with their absences.
     *
     * @param entityId empty for those of all entities
     * @param incidentId only those who may see it; null where the matter belongs to no incident
     */
    public Uni<List<Officer>> staff(String entityId, UUID incidentId) {
        return Sql.rows(Object[].class, STAFF, entityId, incidentId == null ? NO_INCIDENT : incidentId)
                .map(rows -> rows.stream()
                        .map(row -> new Officer(
                                OfficerRole.valueOf((String) row[0]),
                                (String) row[1],
                                (String) row[2],
                                EventJson.read((String) row[3], Absences.class).absences()))
                        .toList());
    }

    /** True where the person holds one of these roles in one of the entities, which are given as a caller's grant is. */
    public Uni<Boolean> isOfficer(String person, String entities, List<OfficerRole> roles) {
        String names = roles.stream().map(OfficerRole::name).collect(Collectors.joining(","));
        return Sql.rows(Long.class, IS_OFFICER, person, entities, names).map(rows -> rows.getFirst() > 0);
    }

    Uni<Integer> put(EntityChanged entity) {
        return Sql.update(
                PUT_ENTITY,
                entity.entityId(),
                text(entity.name()),
                text(entity.street()),
                text(entity.city()),
                text(entity.state()),
                text(entity.zip()),
                text(entity.timeZone()),
                text(entity.tollFree()),
                text(entity.email()),
                text(entity.website()));
    }

    Uni<Integer> put(OfficerChanged officer) {
        return Sql.update(
                PUT_OFFICER,
                officer.officerId(),
                officer.entityId(),
                officer.role().name(),
                officer.person(),
                text(officer.displayName()),
                text(officer.mailbox()),
                EventJson.write(new Absences(officer.absences())),
                officer.active());
    }

    private static EntityPaper paper(String entityId, Object[] row) {
        Sender sender = new Sender(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[6],
                (String) row[7],
                (String) row[8]);
        return new EntityPaper(entityId, sender, ZoneId.of((String) row[5]));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
