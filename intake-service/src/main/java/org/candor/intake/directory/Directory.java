package org.candor.intake.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.events.OfficerRole;
import org.candor.events.ReportKind;
import org.candor.events.Topic;
import org.candor.intake.IntakeProblem;
import org.candor.intake.routing.decision.Delegate;
import org.candor.intake.routing.decision.Officer;
import org.candor.intake.routing.decision.Person;
import org.candor.intake.routing.decision.Staff;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.web.EntityTags;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Keeps entities and officers, and tells the other services. */
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
    private final Officers officers;
    private final Outbox outbox;
    private final Caller caller;
    private final Keepers keepers;

    Directory(LegalEntities entities, Officers officers, Outbox outbox, Caller caller, Keepers keepers) {
        this.entities = entities;
        this.officers = officers;
        this.outbox = outbox;
        this.caller = caller;
        this.keepers = keepers;
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

    Uni<List<LegalEntity>> entities() {
        return Transactions.read(() -> entities.listAll());
    }

    Uni<List<OfficerRow>> officers() {
        return Transactions.read(() -> officers.listAll());
    }

    Uni<LegalEntity> put(String entityId, EntityRequest request, String ifMatch) {
        requireKnownZone(request.timeZone());
        keepers.require(entityId);
        return Transactions.run(() -> entities.findById(entityId)
                .invoke(found -> keepers.requireInstalling(found != null))
                .map(found ->
                        found == null ? filled(newEntity(entityId), request) : filled(checked(found, ifMatch), request))
                .chain(entities::persistAndFlush)
                .call(Directory::revise)
                .call(entity -> outbox.publish(Topic.DIRECTORY, entity.fact(), origin(entityId))));
    }

    Uni<OfficerRow> put(UUID officerId, OfficerRequest request, String ifMatch) {
        keepers.require(request.entityId());
        request.requireTrueAbsences();
        return Transactions.run(() -> requireEntity(request.entityId())
                .chain(() -> officers.count("entityId = ?1 and role = ?2", request.entityId(), request.role()))
                .invoke(holders -> keepers.requireInstalling(holders > 0))
                .chain(() -> officers.findById(officerId))
                .invoke(found -> keepers.requireStaying(found, request))
                .map(found -> found == null
                        ? filled(newOfficer(officerId), request)
                        : filled(checked(found, ifMatch), request))
                .chain(officers::persistAndFlush)
                .call(Directory::revise)
                .call(officer -> outbox.publish(Topic.DIRECTORY, officer.fact(), origin(officer.entityId))));
    }

    /** Routes of open reports are decided again by the new revision. */
    static Uni<Integer> revise() {
        return Sql.update("update directory_revision set revision = revision + 1");
    }

    Uni<LegalEntity> requireEntity(String entityId) {
        return entities.findById(entityId)
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(IntakeProblem.UNKNOWN_ENTITY).field("/entityId", "not in the directory"));
    }

    Origin origin(String entityId) {
        return new Origin(entityId, false, caller.subject());
    }

    private static LegalEntity checked(LegalEntity found, String ifMatch) {
        EntityTags.check(ifMatch, found.version);
        return found;
    }

    private static OfficerRow checked(OfficerRow found, String ifMatch) {
        EntityTags.check(ifMatch, found.version);
        return found;
    }

    private static LegalEntity newEntity(String entityId) {
        LegalEntity entity = new LegalEntity();
        entity.entityId = entityId;
        return entity;
    }

    private static OfficerRow newOfficer(UUID officerId) {
        OfficerRow officer = new OfficerRow();
        officer.officerId = officerId;
        return officer;
    }

    private static LegalEntity filled(LegalEntity entity, EntityRequest request) {
        entity.name = request.name();
        entity.kind = request.kind();
        entity.street = request.street();
        entity.city = request.city();
        entity.state = request.state();
        entity.zip = request.zip();
        entity.timeZone = request.timeZone();
        entity.tollFree = Optional.ofNullable(request.tollFree()).orElse("");
        entity.email = request.email();
        entity.website = Optional.ofNullable(request.website()).orElse("");
        return entity;
    }

    private static OfficerRow filled(OfficerRow officer, OfficerRequest request) {
        officer.entityId = request.entityId();
        officer.role = request.role();
        officer.person = request.person();
        officer.displayName = request.displayName();
        officer.mailbox = request.mailbox();
        officer.absences(request.absencesOrNone());
        officer.active = !Boolean.FALSE.equals(request.active());
        return officer;
    }

    private static void requireKnownZone(String timeZone) {
        if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw new Problem(IntakeProblem.UNKNOWN_TIME_ZONE)
                    .field("/timeZone", "an IANA name such as America/Chicago");
        }
    }
}
