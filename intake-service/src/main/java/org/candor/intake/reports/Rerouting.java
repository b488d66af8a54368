package org.candor.intake.reports;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.intake.directory.Directory;
import org.candor.intake.directory.Directory.EntityOfficers;
import org.candor.intake.reports.decision.ReportState;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.ops.Round;
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

    /** Each branch reads an index from its end and stops at what is not due, however many reports there are. */
    private static final String STALE = """
            select incident_id from report
             where incident_id in (
                   (select incident_id from report
                     where routed_revision < (select revision from directory_revision)
                     order by routed_revision limit 100)
                   union all
                   select due.incident_id
                     from (select entity_id, cast(timezone(time_zone, cast(?1 as timestamptz)) as date) as today
                             from legal_entity
                            union all
                           select cast(?2 as text), cast(timezone('Etc/UTC', cast(?1 as timestamptz)) as date)) e
                    cross join lateral (
                          select r.incident_id from report r
                           where r.entity_id = e.entity_id and r.state <> 'CLOSED' and r.routed_on < e.today
                           order by r.routed_on limit 100) due)
             order by incident_id limit 100 for update skip locked
            """;

    private static final String LEFT = """
            update report r
               set routed_revision = (select revision from directory_revision),
                   routed_on = cast(timezone(coalesce(
                       (select e.time_zone from legal_entity e where e.entity_id = r.entity_id), 'Etc/UTC'),
                       cast(?2 as timestamptz)) as date)
             where incident_id = ?1
            """;

    private static final String ROUTED =
            "update report set routed_on = ?2, routed_revision = ?3 where incident_id = ?1";

    private final Reports reports;
    private final OpenReports openReports;
    private final Implications implications;
    private final ConcernedEntity concernedEntity;
    private final ReportRoutes routes;
    private final Clock clock;

    Rerouting(
            Reports reports,
            OpenReports openReports,
            Implications implications,
            ConcernedEntity concernedEntity,
            ReportRoutes routes,
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
        return Round.of(
                Transactions.run(this::some)
                        .chain(done ->
                                done == AT_ONCE ? look() : Uni.createFrom().voidItem()),
                LOG,
                "routes were not looked at");
    }

    private Uni<Integer> some() {
        return Sql.rows(UUID.class, STALE, clock.instant(), Directory.UNASSIGNED)
                .call(stale -> Multi.createFrom()
                        .iterable(stale)
                        .onItem()
                        .transformToUniAndConcatenate(this::again)
                        .onItem()
                        .ignoreAsUni())
                .map(List::size);
    }

    /** One that cannot be decided keeps its route, and the others must not wait for it. */
    private Uni<Integer> again(UUID incidentId) {
        return reports.findById(incidentId)
                .chain(report -> concernedEntity.of(report).chain(entity -> again(report, entity)))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf(
                            "the route of a report could not be decided again: incidentId=%s %s",
                            incidentId, failure.getClass().getSimpleName());
                    return Sql.update(LEFT, incidentId, clock.instant());
                });
    }

    private Uni<Integer> again(Report report, EntityOfficers entity) {
        return openReports
                .open(report)
                .chain(implications::all)
                .chain(implicated ->
                        routes.again(report, entity, implicated, Origin.system(report.entityId, report.drill)))
                .chain(() -> Sql.update(ROUTED, report.incidentId, routedOn(report, entity), entity.revision()));
    }

    /** A closed one has no day: should it be reopened, who is in charge is decided at once. */
    private LocalDate routedOn(Report report, EntityOfficers entity) {
        return report.state == ReportState.CLOSED ? LocalDate.EPOCH : LocalDate.now(clock.withZone(entity.zone()));
    }
}
