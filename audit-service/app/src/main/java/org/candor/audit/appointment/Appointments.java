package org.candor.audit.appointment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.audit.AuditProblem;
import org.candor.audit.programme.Register;
import org.candor.audit.retention.decision.RetentionRule;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Idempotency;

/** Appointments; the one before ends with the next, and stays written. */
@ApplicationScoped
class Appointments {

    private static final String ADD = """
            insert into programme.appointment (appointment_id, entity_id, role, name, contact, appointed_by, reports_to, appointed_on,
                                               recorded_by, recorded_at, version)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0)
            """;

    private static final String GATE =
            "select 1 from (select pg_advisory_xact_lock(hashtext('candor.appointment'))) as passed";

    private static final String OF_OFFICE =
            " where entity_id = ?1 and role = ?2 order by appointed_on desc, recorded_at desc";

    private static final String END =
            "update programme.appointment set ended_on = ?2, version = version + 1 where appointment_id = ?1";

    private static final String FIND =
            " where (?1 = '*' or entity_id = any (string_to_array(?1, ','))) and appointment_id = ?2";

    /** What a retry is answered from; kept as JSON. */
    record Appointed(UUID appointmentId) {}

    private final Register register;
    private final Caller caller;
    private final Idempotency idempotency;
    private final AccessLog accessLog;
    private final RetentionRule rule;
    private final Ids ids;
    private final Clock clock;

    Appointments(
            Register register,
            Caller caller,
            Idempotency idempotency,
            AccessLog accessLog,
            RetentionRule rule,
            Ids ids,
            Clock clock) {
        this.register = register;
        this.caller = caller;
        this.idempotency = idempotency;
        this.accessLog = accessLog;
        this.rule = rule;
        this.ids = ids;
        this.clock = clock;
    }

    /** The same again is answered with the appointment that is there. */
    Uni<AppointmentView> appoint(AppointmentRequest request, String retryKey) {
        if (!caller.mayActFor(request.entityId())) {
            throw Problem.notFound();
        }
        return Transactions.run(() -> idempotency
                .once("appoint-officer", retryKey, request, Appointed.class, () -> appointOnce(request))
                .call(appointed -> record("appoint-officer", appointed.appointmentId()))
                .chain(appointed -> one(appointed.appointmentId())));
    }

    /** Nobody holds the office after that day. */
    Uni<AppointmentView> end(UUID id, LocalDate endedOn, String ifMatch) {
        return Transactions.run(() -> passGate()
                .chain(() -> one(id))
                .invoke(held -> {
                    EntityTags.check(ifMatch, held.version());
                    if (held.endedOn() != null) {
                        throw new Problem(AuditProblem.OFFICE_ENDED);
                    }
                })
                .chain(held -> register.today(held.entityId()).invoke(today -> {
                    if (endedOn.isAfter(today) || endedOn.isBefore(held.appointedOn())) {
                        throw new Problem(AuditProblem.DONE_ON_IMPOSSIBLE)
                                .field("endedOn", "not before the appointment, not after today");
                    }
                }))
                .chain(() -> Sql.update(END, id, endedOn))
                .chain(() -> record("end-appointment", id))
                .chain(() -> one(id)));
    }

    /** All of an entity, the newest first. */
    Uni<List<AppointmentView>> list(String entityId) {
        if (!caller.mayActFor(entityId)) {
            throw Problem.notFound();
        }
        return Transactions.run(
                () -> views(" where entity_id = ?1 order by appointed_on desc, recorded_at desc", entityId)
                        .call(() -> accessLog.list("list-appointments", "entityId=" + entityId, List.of())));
    }

    /** Who holds an office now, for everybody. */
    Uni<List<AppointmentView.Published>> published(String entityId) {
        return Transactions.read(() -> views(" where entity_id = ?1 and ended_on is null order by role", entityId)
                .map(found -> found.stream().map(AppointmentView::published).toList()));
    }

    private Uni<Appointed> appointOnce(AppointmentRequest request) {
        return passGate()
                .chain(() -> views(OF_OFFICE, request.entityId(), request.role().name()))
                .chain(known -> known.stream()
                        .findFirst()
                        .filter(last -> last.endedOn() == null && last.isAsked(request))
                        .map(same -> Uni.createFrom().item(new Appointed(same.appointmentId())))
                        .orElseGet(() -> appoint(request, known)));
    }

    private Uni<Appointed> appoint(AppointmentRequest request, List<AppointmentView> known) {
        UUID id = ids.next();
        Optional<AppointmentView> before =
                known.stream().filter(one -> one.endedOn() == null).findFirst();
        return register.today(request.entityId())
                .invoke(today -> {
                    if (request.appointedOn().isAfter(today) || isBeforeAny(request.appointedOn(), known)) {
                        throw new Problem(AuditProblem.DONE_ON_IMPOSSIBLE)
                                .field("appointedOn", "not before the last appointment or its end, not after today");
                    }
                })
                .chain(() -> before.map(held -> Sql.update(END, held.appointmentId(), request.appointedOn())
                                .replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> add(id, request))
                .replaceWith(new Appointed(id));
    }

    private static boolean isBeforeAny(LocalDate day, List<AppointmentView> known) {
        return known.stream()
                .flatMap(one -> Stream.of(
                        one.appointedOn(), Optional.ofNullable(one.endedOn()).orElse(one.appointedOn())))
                .anyMatch(day::isBefore);
    }

    private static Uni<Void> passGate() {
        return Sql.rows(Integer.class, GATE).replaceWithVoid();
    }

    /** One of an entity of his; else {@code NOT_FOUND}. */
    private Uni<AppointmentView> one(UUID id) {
        return views(FIND, caller.entitiesFilter(), id)
                .map(found -> found.stream().findFirst().orElseThrow(Problem::notFound));
    }

    private Uni<Void> record(String action, UUID id) {
        return accessLog.list(action, "appointmentId=" + id, List.of());
    }

    private Uni<Void> add(UUID id, AppointmentRequest request) {
        return Sql.update(
                        ADD,
                        id,
                        request.entityId(),
                        request.role().name(),
                        request.name(),
                        request.contact(),
                        request.appointedBy(),
                        request.reportsTo(),
                        request.appointedOn(),
                        caller.subject(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS))
                .replaceWithVoid();
    }

    private Uni<List<AppointmentView>> views(String where, Object... parameters) {
        return Sql.rows(Object[].class, AppointmentView.COLUMNS + where, parameters)
                .map(rows ->
                        rows.stream().map(row -> AppointmentView.of(row, rule)).toList());
    }
}
