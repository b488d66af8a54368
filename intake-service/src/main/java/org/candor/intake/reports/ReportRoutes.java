package org.candor.intake.reports;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.candor.intake.checkups.CheckUps;
import org.candor.intake.directory.Directory.EntityOfficers;
import org.candor.intake.reports.decision.ReportState;
import org.candor.intake.routing.Routes;
import org.candor.kit.data.Sql;
import org.candor.kit.outbox.Origin;

/**
 * Decides the route of a report again. A closed one is hidden from whom it implicates and stays with its officers. Whoever is
 * recused from a report is recused from those that follow it too.
 */
@ApplicationScoped
class ReportRoutes {

    private static final String FOLLOWING =
            "select incident_id, entity_id, drill from report where follows = ?1 order by incident_id";

    /** One that another transaction holds is being decided again there, after this one. */
    private static final String DECIDE_SOON = """
            update report set routed_revision = 0
             where incident_id in (select incident_id from report where incident_id = ?1 for update skip locked)
            """;

    private final Routes routes;
    private final CheckUps checkUps;

    ReportRoutes(Routes routes, CheckUps checkUps) {
        this.routes = routes;
        this.checkUps = checkUps;
    }

    /** Call inside the transaction of the cause. */
    Uni<Void> again(Report report, EntityOfficers entity, List<String> implicated, Origin origin) {
        return recusedFromEarlier(report)
                .chain(recused -> report.state == ReportState.CLOSED
                        ? routes.recuse(report.incidentId, entity, implicated, recused, origin)
                                .replaceWithVoid()
                        : routes.again(report.incidentId, entity, report.kind, implicated, recused, origin))
                .chain(() -> routes.responsible(report.incidentId, entity))
                .chain(responsible -> checkUps.assign(report.incidentId, responsible, origin))
                .chain(() -> handOn(report.incidentId));
    }

    /** {@link Rerouting} decides again within seconds. */
    Uni<Void> againSoon(UUID incidentId) {
        return Sql.update(DECIDE_SOON, incidentId).replaceWithVoid();
    }

    private Uni<List<String>> recusedFromEarlier(Report report) {
        return report.follows == null ? Uni.createFrom().item(List.of()) : routes.recusedFrom(report.follows);
    }

    /** Hides at once; {@link Rerouting} decides who is in charge instead. */
    private Uni<Void> handOn(UUID incidentId) {
        return Sql.rows(Object[].class, FOLLOWING, incidentId)
                .chain(following -> following.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : routes.recusedFrom(incidentId).chain(recused -> handOn(following, recused)));
    }

    private Uni<Void> handOn(List<Object[]> following, List<String> recused) {
        return Multi.createFrom()
                .iterable(following)
                .onItem()
                .transformToUniAndConcatenate(
                        row -> recuse((UUID) row[0], recused, Origin.system((String) row[1], (Boolean) row[2])))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Boolean> recuse(UUID incidentId, List<String> recused, Origin origin) {
        return routes.recuse(incidentId, recused, origin)
                .call(isNew -> isNew
                        ? againSoon(incidentId).chain(() -> handOn(incidentId))
                        : Uni.createFrom().voidItem());
    }
}
