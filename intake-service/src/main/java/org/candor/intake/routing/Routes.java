package org.candor.intake.routing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.candor.events.Event;
import org.candor.events.OfficerRole;
import org.candor.events.ReportKind;
import org.candor.events.RoutingEvent.ReaderUntil;
import org.candor.events.RoutingEvent.RoutingChanged;
import org.candor.events.Topic;
import org.candor.intake.directory.Directory.EntityOfficers;
import org.candor.intake.routing.decision.Route;
import org.candor.intake.routing.decision.Routing;
import org.candor.kit.data.Sql;
import org.candor.kit.identity.IncidentRoutings;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.outbox.Outbox.Publication;

/**
 * Decides, stores and publishes the route of an incident. Whoever is recused stays so for ever; readers that investigation
 * restricted stay restricted.
 */
@ApplicationScoped
public class Routes {

    private static final long FIRST_VERSION = 1;

    /** The arrays come as JSON, so that all of it is one row of texts. */
    private static final String CURRENT = """
            select cast(json_build_object('incidentId', incident_id, 'entityId', entity_id,
                        'officers', cast(officers as json) -> 'officers', 'recused', to_json(recused),
                        'restrictedReaders', to_json(restricted_readers), 'drill', drill, 'version', version,
                        'exceptions', exceptions) as text)
              from incident_routing where incident_id = ?1
            """;

    private static final String RECUSED =
            "select 1 from incident_routing where incident_id = ?1 and ?2 = any (recused)";

    private final IncidentRoutings routings;
    private final Outbox outbox;
    private final Clock clock;
    private final Routing routing;

    Routes(IncidentRoutings routings, Outbox outbox, Clock clock, RoutingConfig config) {
        this.routings = routings;
        this.outbox = outbox;
        this.clock = clock;
        this.routing = new Routing(config.substitutes());
    }

    /**
     * Opens the incident to whom the report goes. Call inside the transaction that stores the report.
     *
     * @param recused subjects who are recused whatever the directory says
     * @param told facts of the report, published before the route
     */
    public Uni<Void> open(
            UUID incidentId,
            EntityOfficers entity,
            ReportKind kind,
            List<String> implicated,
            List<String> recused,
            List<Event> told,
            Origin origin) {
        Route route = routing.route(entity.staff(), kind, implicated, recused, today(entity));
        RoutingChanged record = new RoutingChanged(
                incidentId,
                entity.entityId(),
                route.officers(),
                route.recused(),
                List.of(),
                origin.drill(),
                FIRST_VERSION);
        List<Publication> facts = new ArrayList<>();
        told.forEach(fact -> facts.add(new Publication(Topic.REPORT, fact)));
        facts.add(new Publication(Topic.REPORT, Records.routed(record, route)));
        facts.add(new Publication(Topic.ROUTING, record));
        return routings.put(record).chain(() -> outbox.publishAll(facts, origin));
    }

    /**
     * Decides again, and publishes only what differs. Call inside the transaction of the cause.
     *
     * @param recused subjects who are recused beside those of before
     */
    public Uni<Void> again(
            UUID incidentId,
            EntityOfficers entity,
            ReportKind kind,
            List<String> implicated,
            List<String> recused,
            Origin origin) {
        return locked(incidentId).chain(now -> {
            Route route = routing.route(
                    entity.staff(), kind, implicated, Records.union(now.recused(), recused), today(entity));
            RoutingChanged next = new RoutingChanged(
                    incidentId,
                    entity.entityId(),
                    route.officers(),
                    route.recused(),
                    now.restrictedReaders(),
                    now.drill(),
                    now.version() + 1,
                    Records.without(now.exceptions(), route.recused()));
            return Records.isSame(now, next)
                    ? Uni.createFrom().voidItem()
                    : outbox.publish(Topic.REPORT, Records.routed(next, route), origin)
                            .chain(() -> put(next, origin));
        });
    }

    /** Hides it from whom it implicates and puts nobody else in charge; answers whether it was hidden from anybody anew. */
    public Uni<Boolean> recuse(
            UUID incidentId, EntityOfficers entity, List<String> implicated, List<String> recused, Origin origin) {
        return recuse(incidentId, Routing.recused(entity.staff(), implicated, recused), origin);
    }

    /** Hides it from these and puts nobody else in charge; answers whether it was hidden from anybody anew. */
    public Uni<Boolean> recuse(UUID incidentId, Collection<String> subjects, Origin origin) {
        return locked(incidentId)
                .chain(now -> now.recused().containsAll(subjects)
                        ? Uni.createFrom().item(false)
                        : put(Records.recused(now, Records.union(now.recused(), subjects)), origin)
                                .replaceWith(true));
    }

    /** Only these may read from now on; an empty list lets roles decide again. */
    Uni<Void> restrict(UUID incidentId, List<String> readers, Origin origin) {
        return current(incidentId)
                .chain(known -> known.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : locked(incidentId).chain(now -> put(Records.restricted(now, readers), origin)));
    }

    /**
     * Lets somebody read for a time, in every service that this record reaches. Whether he may have it is decided before, and a
     * recusal goes before it everywhere. Call inside a transaction.
     */
    public Uni<Void> except(UUID incidentId, ReaderUntil reader, Origin origin) {
        return locked(incidentId).chain(now -> put(Records.excepted(now, reader), origin));
    }

    /** Takes exceptions out of the record whose time has come; each service has ended them by itself then. */
    public Uni<Void> endExceptions(UUID incidentId, Origin origin) {
        return current(incidentId)
                .chain(known -> known.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : locked(incidentId).chain(now -> put(Records.ended(now, clock.instant()), origin)));
    }

    /** Whose duty a step on this report is; none of those whom it implicates. */
    public OfficerRole responsible(EntityOfficers entity, List<String> implicated, Collection<String> recused) {
        return routing.responsible(entity.staff(), Routing.recused(entity.staff(), implicated, recused));
    }

    /** The same for a report that has its route. Call inside a transaction. */
    public Uni<OfficerRole> responsible(UUID incidentId, EntityOfficers entity) {
        return recusedFrom(incidentId).map(recused -> routing.responsible(entity.staff(), recused));
    }

    /** Subjects for whom the incident does not exist; none where there is no such incident. */
    public Uni<List<String>> recusedFrom(UUID incidentId) {
        return current(incidentId)
                .map(rows -> rows.isEmpty()
                        ? List.of()
                        : Records.record(rows.getFirst()).recused());
    }

    public Uni<Boolean> isRecused(UUID incidentId, String person) {
        return Sql.rows(Integer.class, RECUSED, incidentId, person).map(rows -> !rows.isEmpty());
    }

    /** The day in the entity's zone for which routes are decided now. */
    public LocalDate today(EntityOfficers entity) {
        return LocalDate.now(clock.withZone(entity.zone()));
    }

    private Uni<Void> put(RoutingChanged record, Origin origin) {
        return routings.put(record).chain(() -> outbox.publish(Topic.ROUTING, record, origin));
    }

    private static Uni<List<String>> current(UUID incidentId) {
        return Sql.rows(String.class, CURRENT, incidentId);
    }

    /** Versions count up one after another. */
    private static Uni<RoutingChanged> locked(UUID incidentId) {
        return Sql.rows(String.class, CURRENT + " for update", incidentId).map(rows -> Records.record(rows.getFirst()));
    }
}
