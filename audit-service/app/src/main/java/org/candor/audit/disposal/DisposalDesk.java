package org.candor.audit.disposal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.AuditProblem;
import org.candor.audit.disposal.decision.Disposal;
import org.candor.audit.disposal.decision.Obstacle;
import org.candor.audit.hold.Holds;
import org.candor.audit.retention.KnownRetention;
import org.candor.audit.retention.Retaining;
import org.candor.events.RetentionEvent.DisposalOrdered;
import org.candor.events.Topic;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.identity.IncidentRouting;
import org.candor.kit.identity.Visibility;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Idempotency;

/**
 * Orders, approves and refuses disposals. Each decision passes the gate of the legal holds, so that a hold is either seen by
 * it or comes after it and is told so.
 */
@ApplicationScoped
class DisposalDesk {

    /** What a retry is answered from; kept as JSON. */
    record Placed(UUID disposalId) {}

    private final Disposals disposals;
    private final Standings standings;
    private final Retaining retaining;
    private final Holds holds;
    private final Visibility visibility;
    private final Caller caller;
    private final Idempotency idempotency;
    private final AccessLog accessLog;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    DisposalDesk(
            Disposals disposals,
            Standings standings,
            Retaining retaining,
            Holds holds,
            Visibility visibility,
            Caller caller,
            Idempotency idempotency,
            AccessLog accessLog,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.disposals = disposals;
        this.standings = standings;
        this.retaining = retaining;
        this.holds = holds;
        this.visibility = visibility;
        this.caller = caller;
        this.idempotency = idempotency;
        this.accessLog = accessLog;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<DisposalView> order(UUID incidentId, String retryKey) {
        return Transactions.run(() -> idempotency
                .once(
                        "order-disposal",
                        retryKey,
                        incidentId,
                        Placed.class,
                        () -> holds.passGate()
                                .chain(() -> visibility.require(incidentId))
                                .call(() -> accessLog.read("order-disposal", incidentId))
                                .chain(this::order))
                .chain(placed -> disposals.findById(placed.disposalId()))
                .map(DisposalView::of));
    }

    Uni<DisposalView> approve(UUID disposalId, String ifMatch) {
        return Transactions.run(() -> undecided(disposalId, ifMatch, "approve-disposal")
                .call(this::approve)
                .call(disposals::flush)
                .map(DisposalView::of));
    }

    Uni<DisposalView> refuse(UUID disposalId, String ifMatch) {
        return Transactions.run(() -> undecided(disposalId, ifMatch, "refuse-disposal")
                .invoke(row -> decide(row, DisposalRow.REFUSED))
                .call(disposals::flush)
                .map(DisposalView::of));
    }

    Uni<DisposalView> read(UUID disposalId) {
        return Transactions.run(() -> require(disposalId, "read-disposal").map(DisposalView::of));
    }

    Uni<List<DisposalRow>> page(Optional<Cursor> after, int limit) {
        return Transactions.run(() -> disposals
                .page(caller.subject(), caller.entitiesFilter(), after, limit)
                .call(found -> accessLog.list(
                        "list-disposals",
                        "",
                        found.stream().map(row -> row.incidentId).distinct().toList())));
    }

    private Uni<Placed> order(IncidentRouting routing) {
        UUID incidentId = routing.incidentId();
        return standings
                .of(incidentId, routing.entityId())
                .chain(standing -> disposals.isOrdered(incidentId).invoke(before -> {
                    List<Obstacle> obstacles = new ArrayList<>(standing.obstacles());
                    if (before) {
                        obstacles.add(Obstacle.ORDERED_BEFORE);
                    }
                    refuseUnlessNone(obstacles);
                }))
                .chain(() -> retaining.find(incidentId))
                .map(known -> row(routing, known.orElseThrow()))
                .chain(disposals::persistAndFlush)
                .map(row -> new Placed(row.disposalId));
    }

    private Uni<Void> approve(DisposalRow row) {
        return standings.of(row.incidentId, row.entityId).chain(standing -> switch (new Disposal.Ordered(row.orderedBy)
                .approve(caller.subject(), standing)) {
            case Disposal.Refusal refusal -> {
                refuseUnlessNone(refusal.obstacles());
                yield Uni.createFrom().voidItem();
            }
            case Disposal.Running running -> {
                decide(row, DisposalRow.RUNNING);
                yield outbox.publish(Topic.RETENTION, fact(row), row.origin(caller.subject()));
            }
        });
    }

    private Uni<DisposalRow> undecided(UUID disposalId, String ifMatch, String action) {
        return holds.passGate().chain(() -> require(disposalId, action)).invoke(row -> {
            EntityTags.check(ifMatch, row.version);
            if (!row.state.equals(DisposalRow.ORDERED)) {
                throw new Problem(AuditProblem.NOT_ORDERED);
            }
        });
    }

    private Uni<DisposalRow> require(UUID disposalId, String action) {
        return disposals
                .visible(disposalId, caller.subject(), caller.entitiesFilter())
                .map(found -> found.orElseThrow(Problem::notFound))
                .call(row -> accessLog.readPart(action, row.incidentId, "disposalId=" + disposalId));
    }

    private void decide(DisposalRow row, String state) {
        row.state = state;
        row.decidedBy = caller.subject();
        row.decidedAt = now();
    }

    private DisposalRow row(IncidentRouting routing, KnownRetention known) {
        DisposalRow row = new DisposalRow();
        row.disposalId = ids.next();
        row.incidentId = routing.incidentId();
        row.entityId = routing.entityId();
        row.drill = routing.drill();
        row.state = DisposalRow.ORDERED;
        row.keptThrough = known.state().keepThrough().orElseThrow();
        row.reason = known.reason();
        row.orderedBy = caller.subject();
        row.orderedAt = now();
        return row;
    }

    private static DisposalOrdered fact(DisposalRow row) {
        return new DisposalOrdered(
                row.disposalId,
                row.incidentId,
                row.orderedBy,
                row.decidedBy,
                row.keptThrough,
                row.reason,
                row.decidedAt);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void refuseUnlessNone(List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            throw new Problem(AuditProblem.MAY_NOT_GO)
                    .missing(obstacles.stream().map(Obstacle::name).toList());
        }
    }
}
