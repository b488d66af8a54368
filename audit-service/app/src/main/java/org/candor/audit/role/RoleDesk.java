package org.candor.audit.role;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.audit.programme.CodeCursor;
import org.candor.audit.programme.Draft;
import org.candor.audit.role.RoleRequest.Inventory;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;
import org.candor.kit.web.EntityTags;

/** The inventory of roles: what data, where, how and why, and who. What a role gave on a past day stays written. */
@ApplicationScoped
class RoleDesk {

    private final Roles roles;
    private final Caller caller;
    private final AccessLog accessLog;
    private final Ids ids;
    private final Clock clock;

    RoleDesk(Roles roles, Caller caller, AccessLog accessLog, Ids ids, Clock clock) {
        this.roles = roles;
        this.caller = caller;
        this.accessLog = accessLog;
        this.ids = ids;
        this.clock = clock;
    }

    /** A code that is there already stays as it is, and is answered. */
    Uni<RoleView> add(RoleRequest request) {
        if (!caller.mayActFor(request.entityId())) {
            throw Problem.notFound();
        }
        return Transactions.run(() -> addAll(request.entityId(), List.of(new Draft<>(ids.next(), request)))
                .chain(() -> roles.ofCode(request.entityId(), request.code()))
                .map(Optional::orElseThrow)
                .call(role -> record("add-role", role.roleId())));
    }

    /** Answers which were new. Call inside a transaction, after the grant was looked at. */
    Uni<Set<UUID>> addAll(String entityId, List<Draft<RoleRequest>> drafts) {
        return roles.add(entityId, drafts, caller.subject(), now());
    }

    Uni<RoleView> rewrite(UUID roleId, Inventory inventory, String ifMatch) {
        return Transactions.run(() -> roles.lock(roleId)
                .chain(() -> roles.find(roleId, caller.entitiesFilter()))
                .map(found -> found.orElseThrow(Problem::notFound))
                .invoke(role -> EntityTags.check(ifMatch, role.version()))
                .call(role -> roles.write(roleId, role.number() + 1, inventory, caller.subject(), now()))
                .call(() -> roles.touch(roleId))
                .chain(() -> roles.find(roleId, caller.entitiesFilter()))
                .map(Optional::orElseThrow)
                .call(() -> record("rewrite-role", roleId)));
    }

    Uni<RoleView> read(UUID roleId) {
        return Transactions.run(() -> roles.find(roleId, caller.entitiesFilter())
                .map(found -> found.orElseThrow(Problem::notFound))
                .call(() -> record("read-role", roleId)));
    }

    /** Up to {@code limit + 1} in the order of entity and code. */
    Uni<List<RoleView>> page(CodeCursor after, int limit) {
        return Transactions.run(() -> roles.page(caller.entitiesFilter(), after, limit)
                .call(() -> accessLog.list("list-roles", "", List.of())));
    }

    private Uni<Void> record(String action, UUID roleId) {
        return accessLog.list(action, "roleId=" + roleId, List.of());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
