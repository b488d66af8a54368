package org.candor.breach.affected;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.affected.AffectedView.How;
import org.candor.breach.assessment.BreachHead;
import org.candor.kit.data.Sql;
import org.candor.kit.identity.Caller;

/** The other covered entities of each breach. Every call belongs inside a transaction. */
@ApplicationScoped
public class AffectedEntities {

    private static final String ALL = """
        select id, name, individuals, named_at, told_on, told_how,
               case when incident_visible(own_incident_id, ?2, ?3) then own_incident_id end
          from affected_entity where incident_id = ?1 order by named_at, id
        """;

    private static final String ADD = """
        insert into affected_entity (id, incident_id, name, individuals, named_at, own_incident_id)
        values (?1, ?2, ?3, ?4, ?5, cast(nullif(?6, '') as uuid)) on conflict do nothing
        """;

    private static final String TELL = """
        update affected_entity set told_on = ?3, told_how = ?4 where incident_id = ?1 and id = ?2 and told_on is null
        """;

    private static final String TAKE_BACK =
            "update affected_entity set told_on = null, told_how = null, due = null where id = ?1";

    // They were told with the duty, and stay told when it opens again for another.
    private static final String KEEP_TOLD =
            "update affected_entity set told_how = 'HAND' where incident_id = ?1 and told_how = 'DUTY'";

    private static final String OWN = """
        select id, own_incident_id from affected_entity
         where incident_id = ?1 and own_incident_id is not null order by own_incident_id
        """;

    // The duty is owed to each: it is done with the last one, not with the first.
    private static final String LAST_TOLD = """
        select max(told_on) from affected_entity where incident_id = ?1 having count(*) = count(told_on)
        """;

    private static final String LEADER = "select incident_id from affected_entity where own_incident_id = ?1";

    /** A covered entity whose breach is an own incident of this installation. */
    public record OwnBreach(UUID affectedId, UUID incidentId) {}

    private final Caller caller;

    AffectedEntities(Caller caller) {
        this.caller = caller;
    }

    /** In the order in which they were named. */
    public Uni<List<AffectedView>> of(BreachHead head) {
        return Sql.rows(Object[].class, ALL, head.incidentId(), caller.subject(), caller.entitiesFilter())
                .map(rows -> rows.stream()
                        .map(row -> AffectedView.of(row, head.cipher()))
                        .toList());
    }

    /** Those whose breach is an own incident, whoever may see it, by its id. */
    public Uni<List<OwnBreach>> ownBreaches(UUID incidentId) {
        return Sql.rows(Object[].class, OWN, incidentId)
                .map(rows -> rows.stream()
                        .map(row -> new OwnBreach((UUID) row[0], (UUID) row[1]))
                        .toList());
    }

    /** The breach that has this one among its covered entities, and so decides for it. */
    public Uni<Optional<UUID>> leaderOf(UUID incidentId) {
        return Sql.rows(UUID.class, LEADER, incidentId)
                .map(rows -> rows.stream().findFirst());
    }

    /** False where that own breach is among the covered entities of a breach already. */
    Uni<Boolean> add(UUID id, BreachHead head, AffectedResource.AffectedRequest request, Instant now) {
        byte[] name = head.cipher().seal(AffectedView.PLACE, id, request.name().value());
        String own = request.incidentId() == null ? "" : request.incidentId().toString();
        return Sql.update(ADD, id, head.incidentId(), name, request.individuals(), now, own)
                .map(added -> added == 1);
    }

    /** False where it is none of these, or told already. */
    Uni<Boolean> tell(UUID incidentId, UUID affectedId, LocalDate day, How how) {
        return Sql.update(TELL, incidentId, affectedId, day, how.name()).map(told -> told == 1);
    }

    /** The day on which the last of them was told; empty while one has not been. */
    Uni<Optional<LocalDate>> lastTold(UUID incidentId) {
        return Sql.rows(LocalDate.class, LAST_TOLD, incidentId)
                .map(rows -> rows.stream().findFirst());
    }

    Uni<Void> takeBack(UUID affectedId) {
        return Sql.update(TAKE_BACK, affectedId).replaceWithVoid();
    }

    Uni<Void> keepTold(UUID incidentId) {
        return Sql.update(KEEP_TOLD, incidentId).replaceWithVoid();
    }
}
