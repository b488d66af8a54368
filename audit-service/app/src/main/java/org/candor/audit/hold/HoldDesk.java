package org.candor.audit.hold;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.AuditProblem;
import org.candor.audit.entity.EntityZones;
import org.candor.events.RetentionEvent;
import org.candor.events.RetentionEvent.LegalHoldLifted;
import org.candor.events.RetentionEvent.LegalHoldPlaced;
import org.candor.events.Topic;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.identity.Visibility;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Idempotency;

/** Places and lifts holds. Each is a hold of its own: two never cancel each other. */
@ApplicationScoped
class HoldDesk {

    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

    /** What a retry is answered from; kept as JSON. */
    record Placed(UUID holdId) {}

    /** Whose records a hold is on. */
    private record Scope(String entityId, boolean drill, ZoneId zone) {}

    private final Holds holds;
    private final HeldDuties duties;
    private final EntityZones zones;
    private final IncidentVault vault;
    private final Visibility visibility;
    private final Caller caller;
    private final Idempotency idempotency;
    private final AccessLog accessLog;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    HoldDesk(
            Holds holds,
            HeldDuties duties,
            EntityZones zones,
            IncidentVault vault,
            Visibility visibility,
            Caller caller,
            Idempotency idempotency,
            AccessLog accessLog,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.holds = holds;
        this.duties = duties;
        this.zones = zones;
        this.vault = vault;
        this.visibility = visibility;
        this.caller = caller;
        this.idempotency = idempotency;
        this.accessLog = accessLog;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<HoldView> place(HoldRequest request, String retryKey) {
        check(request);
        return Transactions.run(() -> idempotency
                .once(
                        "place-hold",
                        retryKey,
                        request,
                        Placed.class,
                        () -> holds.passGate().chain(() -> scope(request)).chain(scope -> place(request, scope)))
                .chain(placed -> holds.findById(placed.holdId()))
                .chain(this::view));
    }

    Uni<HoldView> lift(UUID holdId, String ifMatch) {
        return Transactions.run(() -> holds.passGate()
                .chain(() -> require(holdId))
                .invoke(row -> lift(row, ifMatch))
                .call(row -> record("lift-hold", row))
                .call(row -> tell(row, lifted(row)))
                .call(row -> row.incidentId == null ? done() : duties.resume(row.incidentId))
                .call(holds::flush)
                .chain(this::view));
    }

    Uni<HoldView> read(UUID holdId) {
        return Transactions.run(
                () -> require(holdId).call(row -> record("read-hold", row)).chain(this::view));
    }

    Uni<List<HoldRow>> page(boolean active, Optional<Cursor> after, int limit) {
        return Transactions.run(() -> holds.page(
                        active, caller.subject(), caller.entitiesFilter(), after.orElse(NEWEST), limit)
                .call(found -> accessLog.list(
                        "list-holds",
                        "active=" + active,
                        found.stream()
                                .filter(row -> row.incidentId != null)
                                .map(row -> row.incidentId)
                                .distinct()
                                .toList())));
    }

    private Uni<HoldView> view(HoldRow row) {
        return vault.open(row.holdId).map(cipher -> HoldView.of(row, cipher));
    }

    private static void check(HoldRequest request) {
        boolean onIncident = request.incidentId() != null;
        boolean onPeriod = request.entityId() != null && request.from() != null;
        boolean mixed = onIncident && (request.from() != null || request.to() != null || request.entityId() != null);
        if (mixed || (!onIncident && !onPeriod)) {
            throw new Problem(AuditProblem.INCIDENT_OR_PERIOD).field("incidentId", "either this, or entityId and from");
        }
        if (onPeriod && request.to() != null && request.to().isBefore(request.from())) {
            throw new Problem(AuditProblem.PERIOD_IN_WRONG_ORDER).field("from", "must not be after to");
        }
    }

    private Uni<Scope> scope(HoldRequest request) {
        if (request.incidentId() == null) {
            if (!caller.mayActFor(request.entityId())) {
                throw Problem.notFound();
            }
            return zones.of(request.entityId()).map(zone -> new Scope(request.entityId(), false, zone));
        }
        return visibility
                .require(request.incidentId())
                .call(routing -> holds.isDisposedOf(routing.incidentId()).invoke(disposed -> {
                    if (disposed) {
                        throw new Problem(AuditProblem.ALREADY_DISPOSED);
                    }
                }))
                .chain(routing ->
                        zones.of(routing.entityId()).map(zone -> new Scope(routing.entityId(), routing.drill(), zone)));
    }

    private Uni<Placed> place(HoldRequest request, Scope scope) {
        HoldRow row = new HoldRow();
        row.holdId = ids.next();
        row.incidentId = request.incidentId();
        row.entityId = scope.entityId();
        if (request.from() != null) {
            row.cover(request.from(), request.to(), scope.zone());
        }
        row.reason = request.reason();
        row.placedBy = caller.subject();
        row.placedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return vault.create(row.holdId)
                .invoke(cipher -> row.note =
                        cipher.seal(HoldRow.NOTE, row.holdId, request.note().value()))
                .chain(cipher -> holds.persistAndFlush(row)
                        .call(() -> record("place-hold", row))
                        .call(() -> tell(row, placed(row)))
                        .call(() -> row.incidentId == null ? done() : duties.pause(row.incidentId))
                        .replaceWith(new Placed(row.holdId)));
    }

    private void lift(HoldRow row, String ifMatch) {
        EntityTags.check(ifMatch, row.version);
        if (row.liftedAt != null) {
            throw new Problem(AuditProblem.ALREADY_LIFTED);
        }
        row.liftedBy = caller.subject();
        row.liftedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Uni<HoldRow> require(UUID holdId) {
        return holds.visible(holdId, caller.subject(), caller.entitiesFilter())
                .map(found -> found.orElseThrow(Problem::notFound));
    }

    private Uni<Void> record(String action, HoldRow row) {
        return row.incidentId == null
                ? accessLog.list(action, "holdId=" + row.holdId, List.of())
                : accessLog.readPart(action, row.incidentId, "holdId=" + row.holdId);
    }

    private Uni<Void> tell(HoldRow row, RetentionEvent fact) {
        return outbox.publish(Topic.RETENTION, fact, new Origin(row.entityId, false, caller.subject()));
    }

    private static LegalHoldPlaced placed(HoldRow row) {
        return new LegalHoldPlaced(row.holdId, row.incidentId, row.entityId, row.fromOn, row.toOn, row.reason.name());
    }

    private LegalHoldLifted lifted(HoldRow row) {
        return new LegalHoldLifted(row.holdId, row.incidentId, LocalDate.ofInstant(row.liftedAt, clock.getZone()));
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }
}
