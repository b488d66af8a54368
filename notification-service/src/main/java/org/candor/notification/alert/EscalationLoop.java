package org.candor.notification.alert;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.candor.kit.data.Transactions;
import org.candor.kit.identity.IncidentRoutings;
import org.candor.kit.ops.Round;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Tells the administrator of incidents that nobody has acknowledged in time. A row is held by one replica. */
@ApplicationScoped
class EscalationLoop {

    private static final Logger LOG = Logger.getLogger(EscalationLoop.class);

    private final AlertRows rows;
    private final Alerts alerts;
    private final IncidentRoutings routings;
    private final Clock clock;
    private final Duration patience;

    EscalationLoop(
            AlertRows rows,
            Alerts alerts,
            IncidentRoutings routings,
            Clock clock,
            @ConfigProperty(name = "candor.alerts.acknowledge-within") Duration patience) {
        this.rows = rows;
        this.alerts = alerts;
        this.routings = routings;
        this.clock = clock;
        this.patience = patience;
    }

    @Scheduled(
            every = "${candor.alerts.look}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> look() {
        return Round.of(
                Transactions.run(() -> rows.unanswered(clock.instant().minus(patience))
                        .chain(unanswered -> Multi.createFrom()
                                .iterable(unanswered)
                                .onItem()
                                .transformToUniAndConcatenate(this::escalate)
                                .collect()
                                .last())),
                LOG,
                "unanswered alerts were not looked at");
    }

    private Uni<Void> escalate(AlertRows.Unanswered alert) {
        return rows.escalated(alert, clock.instant())
                .chain(() -> routings.find(alert.incidentId()))
                .chain(found -> found.map(
                                routing -> alerts.escalate(alert.alertId().toString(), routing))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
