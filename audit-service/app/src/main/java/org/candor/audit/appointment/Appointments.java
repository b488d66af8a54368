package org.candor.audit.appointment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.candor.audit.AuditProblem;
import org.candor.audit.programme.Register;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;

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

    private static final String CURRENT = " where entity_id = ?1 and role = ?2 and ended_on is null";

    private static final String END = "update programme.appointment set ended_on = ?3, version = version + 1" + CURRENT;

    private final Register register;
    private final Caller caller;
    private final AccessLog accessLog;
    private final Ids ids;
    private final Clock clock;

    Appointments(Register register, Caller caller, AccessLog accessLog, Ids ids, Clock clock) {
        this.register = register;
        this.caller = caller;
        this.accessLog = accessLog;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<AppointmentView> appoint(AppointmentRequest request) {
        if (!caller.mayActFor(request.entityId())) {
            throw Problem.notFound();
        }
        UUID id = ids.next();
        return Transactions.run(() -> Sql.rows(Integer.class, GATE)
                .chain(() -> register.today(request.entityId()))
                .chain(today -> views(
                                CURRENT, request.entityId(), request.role().name())
                        .invoke(before -> {
                            boolean early = before.stream()
                                    .anyMatch(one -> one.appointedOn().isAfter(request.appointedOn()));
                            if (early || request.appointedOn().isAfter(today)) {
                                throw new Problem(AuditProblem.DONE_ON_IMPOSSIBLE)
                                        .field("appointedOn", "not before the last appointment, not after today");
                            }
                        }))
                .chain(() -> Sql.update(END, request.entityId(), request.role().name(), request.appointedOn()))
                .chain(() -> add(id, request))
                .chain(() -> accessLog.list("appoint-officer", "appointmentId=" + id, List.of()))
                .chain(() -> views(" where appointment_id = ?1", id))
                .map(List::getFirst));
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

    private static Uni<List<AppointmentView>> views(String where, Object... parameters) {
        return Sql.rows(Object[].class, AppointmentView.COLUMNS + where, parameters)
                .map(rows -> rows.stream().map(AppointmentView::of).toList());
    }
}
