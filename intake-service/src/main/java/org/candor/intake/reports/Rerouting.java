package org.candor.intake.reports;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.candor.intake.directory.Directory.EntityOfficers;
import org.candor.intake.reports.OpenReports.Opened;
import org.candor.intake.routing.Routes;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.outbox.Origin;
import org.jboss.logging.Logger;

/**
 * Decides routes again: of open reports when the entity's local day changes, because absences begin and end with days; of all
 * reports after a change of the directory, because a closed one must be hidden as well from whom it implicates. Each replica
 * takes reports that no other holds.
 */
@ApplicationScoped
class Rerouting {

    private static final Logger LOG = Logger.getLogger(Rerouting.class);
    private static final int AT_ONCE = 100;

    /** Each branch reads an index from its end, however many reports there are. */
    private static final String STALE = """
            select incident_id from report
             where incident_id in (
                   (select incident_id from report
                     where routed_revision < (select revision from directory_revision)
                     order by routed_revision limit 100)
                   union all
                   (select r.incident_id from report r left join legal_entity e on e.entity_id = r.entity_id
                     where r.state <> 'CLOSED'
                       and r.routed_on < cast(timezone(coalesce(e.time_zone, 'Etc/UTC'), cast(?1 as timestamptz)) as date)
                     order by r.routed_on limit 100))
             limit 100 for update skip locked
            """;

    private static final String ROUTED =
            "update report set routed_on = ?2, routed_revision = ?3 where incident_id = ?1";

    private final Reports reports;
    private final OpenReports openReports;
    private final Implications implications;
    private final ConcernedEntity concernedEntity;
    private final Routes routes;
    private final Clock clock;

    Rerouting(
            Reports reports,
            OpenReports openReports,
            Implications implications,
            ConcernedEntity concernedEntity,
            Routes routes,
            Clock clock) {
        this.reports = reports;
        this.openReports = openReports;
        this.implications = implications;
        this.concernedEntity = concernedEntity;
        this.routes = routes;
        this.clock = clock;
    }

    @Scheduled(
            every = "${candor.look.routes}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> look() {
        return Transactions.run(this::some)
                .chain(done -> done == AT_ONCE ? look() : Uni.createFrom().voidItem())
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "routes were not looked at: %s", failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Integer> some() {
        return Sql.rows(UUID.class, STALE, clock.instant())
                .call(stale -> Multi.createFrom()
                        .iterable(stale)
                        .onItem()
                        .transformToUniAndConcatenate(this::again)
                        .onItem()
                        .ignoreAsUni())
                .map(List::size);
    }

    private Uni<Integer> again(UUID incidentId) {
        return reports.findById(incidentId)
                .chain(report -> concernedEntity
                        .of(report)
                        .chain(entity -> openReports.open(report).chain(opened -> again(opened, entity))));
    }

    private Uni<Integer> again(Opened opened, EntityOfficers entity) {
        Report report = opened.report();
        Origin origin = Origin.system(report.entityId, report.drill);
        return implications
                .all(opened)
                .chain(implicated -> routes.again(report.incidentId, entity, implicated, origin))
                // One that cannot be read any more keeps its route, and the others must not wait for it.
                .onFailure(IllegalStateException.class)
                .recoverWithUni(unreadable -> {
                    LOG.warnf("the route of a report could not be decided again: incidentId=%s", report.incidentId);
                    return Uni.createFrom().voidItem();
                })
                .chain(() -> Sql.update(ROUTED, report.incidentId, routes.today(entity), entity.revision()));
    }
}
