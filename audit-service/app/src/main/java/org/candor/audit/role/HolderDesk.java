package org.candor.audit.role;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.AuditProblem;
import org.candor.audit.programme.Reader;
import org.candor.audit.programme.Register;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;
import org.candor.kit.web.EntityTags;

/** Managers decide which of their people has which role; a department in which somebody has one is reviewed yearly. */
@ApplicationScoped
class HolderDesk {

    static final UUID FIRST = new UUID(0, 0);

    private static final String REVIEW = "ACCESS_REVIEW";
    private static final int ALL = 100_000;

    private final Roles roles;
    private final Register register;
    private final Caller caller;
    private final AccessLog accessLog;
    private final Workers workers;
    private final Ids ids;
    private final Clock clock;

    HolderDesk(
            Roles roles, Register register, Caller caller, AccessLog accessLog, Workers workers, Ids ids, Clock clock) {
        this.roles = roles;
        this.register = register;
        this.caller = caller;
        this.accessLog = accessLog;
        this.workers = workers;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who has it already keeps it as he has it. */
    Uni<HolderView> give(HolderRequest request) {
        return Transactions.run(() -> requireRole(request.roleId(), request.department())
                .call(role -> register.today(role.entityId())
                        .chain(today -> roles.give(
                                ids.next(),
                                request,
                                role.entityId(),
                                today,
                                caller.subject(),
                                clock.instant().truncatedTo(ChronoUnit.MICROS)))
                        .chain(fresh ->
                                fresh ? review(role, request) : Uni.createFrom().voidItem()))
                .chain(role -> roles.holderOf(request.roleId(), request.person()))
                .map(Optional::orElseThrow)
                .call(holder -> record("give-role", holder.holderId())));
    }

    Uni<HolderView> end(UUID holderId, String ifMatch) {
        return Transactions.run(() -> roles.holder(holderId, Reader.acting(caller))
                .map(found -> found.filter(this::mayDecide).orElseThrow(Problem::notFound))
                .invoke(holder -> {
                    EntityTags.check(ifMatch, holder.version());
                    if (holder.untilOn() != null) {
                        throw new Problem(AuditProblem.ROLE_ENDED);
                    }
                })
                .call(holder ->
                        register.today(holder.entityId()).chain(today -> roles.end(holderId, today, caller.subject())))
                .chain(() -> roles.holder(holderId, Reader.acting(caller)))
                .map(Optional::orElseThrow)
                .call(() -> record("end-role", holderId)));
    }

    /** Up to {@code limit + 1}. */
    Uni<List<HolderView>> page(String department, boolean past, UUID after, int limit) {
        return read("list-role-holders", department, past, after, limit);
    }

    Uni<String> csv(String department, boolean past) {
        return read("export-role-holders", department, past, FIRST, ALL)
                .chain(all -> workers.run(() -> HolderReport.csv(all)));
    }

    private Uni<List<HolderView>> read(String action, String department, boolean past, UUID after, int limit) {
        return Transactions.run(() -> roles.holders(Reader.of(caller), department, past, after, limit)
                .call(() -> accessLog.list(action, "department=" + department + "&past=" + past, List.of())));
    }

    /** A role of an entity of his, for a department in which he may decide; else {@code NOT_FOUND}. Call inside a session. */
    Uni<RoleView> requireRole(UUID roleId, String department) {
        Reader reader = Reader.acting(caller);
        return roles.find(roleId, reader.entities())
                .map(found -> found.filter(
                                role -> reader.all() || reader.department().equals(department))
                        .orElseThrow(Problem::notFound));
    }

    /** Everybody finds what he himself has, and decides only for a department of his. */
    private boolean mayDecide(HolderView holder) {
        Reader reader = Reader.acting(caller);
        return reader.all() || reader.department().equals(holder.department());
    }

    private Uni<Void> review(RoleView role, HolderRequest request) {
        String department = request.department();
        return register.today(role.entityId())
                .chain(today -> register.enterWhereNone(
                        List.of(register.entry(role.entityId(), REVIEW, department, department, "", today)),
                        caller.subject()));
    }

    private Uni<Void> record(String action, UUID holderId) {
        return accessLog.list(action, "holderId=" + holderId, List.of());
    }
}
