package org.candor.intake.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.Topic;
import org.candor.intake.IntakeProblem;
import org.candor.intake.routing.decision.Officer;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.web.EntityTags;

/** Keeps entities and officers, and tells the other services. */
@ApplicationScoped
public class Directory {

    /** What routing needs to know of an entity. */
    public record EntityOfficers(String entityId, ZoneId zone, List<Officer> officers) {}

    private final LegalEntities entities;
    private final Officers officers;
    private final Outbox outbox;
    private final Caller caller;

    Directory(LegalEntities entities, Officers officers, Outbox outbox, Caller caller) {
        this.entities = entities;
        this.officers = officers;
        this.outbox = outbox;
        this.caller = caller;
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
    public record LegalEntityName(String entityId, String name) {}

    /** The entity with its active officers, in a session. */
    public Uni<Optional<EntityOfficers>> officersOf(String entityId) {
        return entities.findById(entityId)
                .chain(entity -> entity == null
                        ? Uni.createFrom().item(Optional.empty())
                        : officers.list("entityId = ?1 and active", entityId)
                                .map(rows -> Optional.of(new EntityOfficers(
                                        entityId,
                                        ZoneId.of(entity.timeZone),
                                        rows.stream().map(OfficerRow::officer).toList()))));
    }

    Uni<List<LegalEntity>> entities() {
        return Transactions.read(() -> entities.listAll());
    }

    Uni<List<OfficerRow>> officers() {
        return Transactions.read(() -> officers.listAll());
    }

    Uni<LegalEntity> put(String entityId, EntityRequest request, String ifMatch) {
        requireKnownZone(request.timeZone());
        return Transactions.run(() -> entities.findById(entityId)
                .map(found ->
                        found == null ? filled(newEntity(entityId), request) : filled(checked(found, ifMatch), request))
                .chain(entities::persistAndFlush)
                .call(entity -> outbox.publish(Topic.DIRECTORY, entity.fact(), origin(entityId))));
    }

    Uni<OfficerRow> put(UUID officerId, OfficerRequest request, String ifMatch) {
        return Transactions.run(() -> requireEntity(request.entityId())
                .chain(() -> officers.findById(officerId))
                .map(found -> found == null
                        ? filled(newOfficer(officerId), request)
                        : filled(checked(found, ifMatch), request))
                .chain(officers::persistAndFlush)
                .call(officer -> outbox.publish(Topic.DIRECTORY, officer.fact(), origin(officer.entityId))));
    }

    private Uni<LegalEntity> requireEntity(String entityId) {
        return entities.findById(entityId)
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(IntakeProblem.UNKNOWN_ENTITY).field("/entityId", "not in the directory"));
    }

    private Origin origin(String entityId) {
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
