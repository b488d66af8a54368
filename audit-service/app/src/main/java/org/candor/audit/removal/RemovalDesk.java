package org.candor.audit.removal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.candor.audit.AuditProblem;
import org.candor.audit.TrailSettings;
import org.candor.audit.disposal.YearlyLogs;
import org.candor.audit.disposal.decision.Obstacle;
import org.candor.audit.hold.Holds;
import org.candor.audit.trail.RemovedLogs;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Idempotency;

/**
 * Orders, approves and refuses that the entries of a past year's log go. It deletes nothing: an approval is what the database
 * asks for, and judges once more, when the retention user calls {@code trail.remove_log}. Every decision passes the gate of the
 * legal holds.
 */
@ApplicationScoped
class RemovalDesk {

    private static final String EVERY_ENTITY = "*";

    /** What a retry is answered from; kept as JSON. */
    record Placed(UUID removalId) {}

    private final Removals removals;
    private final RemovedLogs removedLogs;
    private final Approvals approvals;
    private final YearlyLogs yearlyLogs;
    private final Holds holds;
    private final Caller caller;
    private final Idempotency idempotency;
    private final AccessLog accessLog;
    private final Ids ids;
    private final Clock clock;
    private final String trail;

    RemovalDesk(
            Removals removals,
            RemovedLogs removedLogs,
            Approvals approvals,
            YearlyLogs yearlyLogs,
            Holds holds,
            Caller caller,
            Idempotency idempotency,
            AccessLog accessLog,
            Ids ids,
            Clock clock,
            TrailSettings settings) {
        this.removals = removals;
        this.removedLogs = removedLogs;
        this.approvals = approvals;
        this.yearlyLogs = yearlyLogs;
        this.holds = holds;
        this.caller = caller;
        this.idempotency = idempotency;
        this.accessLog = accessLog;
        this.ids = ids;
        this.clock = clock;
        this.trail = settings.name();
    }

    Uni<RemovalView> order(int year, String retryKey) {
        return Transactions.run(() -> idempotency
                .once(
                        "order-log-removal",
                        retryKey,
                        year,
                        Placed.class,
                        () -> pass("order-log-removal", year).chain(() -> order(year)))
                .chain(placed -> removals.findById(placed.removalId()))
                .chain(this::view));
    }

    Uni<RemovalView> approve(UUID removalId, String ifMatch) {
        return Transactions.run(() -> undecided(removalId, ifMatch, "approve-log-removal")
                .call(row -> yearlyLogs
                        .standing(row.year)
                        .invoke(standing -> refuseUnlessNone(
                                standing.obstaclesOf(caller.subject(), row.orderedBy, yearlyLogs.rule()))))
                .invoke(row -> decide(row, RemovalRow.APPROVED))
                .call(approvals::keep)
                .call(removals::flush)
                .chain(this::view));
    }

    Uni<RemovalView> refuse(UUID removalId, String ifMatch) {
        return Transactions.run(() -> undecided(removalId, ifMatch, "refuse-log-removal")
                .invoke(row -> decide(row, RemovalRow.REFUSED))
                .call(removals::flush)
                .chain(this::view));
    }

    Uni<RemovalView> read(UUID removalId) {
        return Transactions.run(() -> require(removalId)
                .call(row -> record("read-log-removal", row.year))
                .chain(this::view));
    }

    Uni<List<RemovalView>> list() {
        return Transactions.run(() -> removals.newestFirst()
                .chain(rows -> removedLogs
                        .gone()
                        .map(gone -> rows.stream().map(row -> view(row, gone)).toList()))
                .call(() -> accessLog.list("list-log-removals", "", List.of())));
    }

    private Uni<Placed> order(int year) {
        return approvals
                .requireClosed(year)
                .chain(() -> yearlyLogs.standing(year))
                .chain(standing -> removals.isOrdered(year).map(before -> {
                    List<Obstacle> obstacles = new ArrayList<>(standing.obstacles(yearlyLogs.rule()));
                    if (before) {
                        obstacles.add(Obstacle.ORDERED_BEFORE);
                    }
                    refuseUnlessNone(obstacles);
                    RemovalRow row = new RemovalRow();
                    row.removalId = ids.next();
                    row.year = year;
                    row.state = RemovalRow.ORDERED;
                    row.keptThrough = standing.keepThrough(yearlyLogs.rule());
                    row.orderedBy = caller.subject();
                    row.orderedAt = now();
                    return row;
                }))
                .chain(removals::persistAndFlush)
                .map(row -> new Placed(row.removalId));
    }

    private Uni<RemovalRow> undecided(UUID removalId, String ifMatch, String action) {
        return holds.passGate()
                .chain(() -> require(removalId))
                .call(row -> record(action, row.year))
                .invoke(row -> {
                    EntityTags.check(ifMatch, row.version);
                    if (!row.state.equals(RemovalRow.ORDERED)) {
                        throw new Problem(AuditProblem.NOT_ORDERED);
                    }
                });
    }

    private Uni<Void> pass(String action, int year) {
        requireEveryEntity();
        return holds.passGate().chain(() -> record(action, year));
    }

    private Uni<RemovalRow> require(UUID removalId) {
        requireEveryEntity();
        return removals.findById(removalId).onItem().ifNull().failWith(Problem::notFound);
    }

    /** A log holds what belongs to every entity, and to none. */
    private void requireEveryEntity() {
        if (!caller.entitiesFilter().equals(EVERY_ENTITY)) {
            throw Problem.notFound();
        }
    }

    private Uni<Void> record(String action, int year) {
        return accessLog.list(action, "year=" + year, List.of());
    }

    private void decide(RemovalRow row, String state) {
        row.state = state;
        row.decidedBy = caller.subject();
        row.decidedAt = now();
    }

    private Uni<RemovalView> view(RemovalRow row) {
        return removedLogs.gone().map(gone -> view(row, gone));
    }

    private RemovalView view(RemovalRow row, Set<String> gone) {
        boolean isGone = row.state.equals(RemovalRow.APPROVED) && gone.contains(trail + "/" + row.year);
        return RemovalView.of(row, isGone);
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
