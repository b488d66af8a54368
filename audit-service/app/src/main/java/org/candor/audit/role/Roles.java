package org.candor.audit.role;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.audit.programme.Batch;
import org.candor.audit.programme.CodeCursor;
import org.candor.audit.programme.Draft;
import org.candor.audit.programme.Reader;
import org.candor.audit.role.RoleRequest.Inventory;
import org.candor.kit.data.Sql;

/** The tables of roles and of who has them. Call inside a session. */
@ApplicationScoped
class Roles {

    private static final String GRANTED = " where (?1 = '*' or d.entity_id = any (string_to_array(?1, ',')))";

    /** Everybody finds himself, a manager his department, an officer all of his entities. */
    static final String VISIBLE = " where " + Reader.FINDS;

    /** In one order, so that two lists with the same roles wait for each other instead of blocking each other. */
    private static final String ADD = """
            with n as (
                select * from json_to_recordset(cast(cast(?1 as text) as json))
                    as given(place integer, id uuid, code text, what text, location text, how text, why text, who text)
            ), fresh as (
                insert into programme.access_role (role_id, entity_id, code, created_by, created_at, version)
                select n.id, ?2, n.code, ?3, ?4, 0 from n order by n.code, n.place
                on conflict (entity_id, code) do nothing returning role_id
            )
            insert into programme.access_role_version (role_id, number, what, place, how, why, who, written_by, written_at)
            select f.role_id, 1, n.what, n.location, n.how, n.why, n.who, ?3, ?4 from fresh f join n on n.id = f.role_id
            returning role_id
            """;

    private static final String ADD_VERSION = """
            insert into programme.access_role_version (role_id, number, what, place, how, why, who, written_by, written_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """;

    private static final String ADD_HOLDER = """
            insert into programme.role_holder (holder_id, role_id, entity_id, person, department, from_on, decided_by, decided_at,
                                               ended_by, version)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, '', 0) on conflict do nothing
            """;

    private static final String END = """
            update programme.role_holder set until_on = ?2, ended_by = ?3, version = version + 1 where holder_id = ?1
            """;

    private record Given(
            int place, UUID id, String code, String what, String location, String how, String why, String who) {

        static Given of(int place, Draft<RoleRequest> draft) {
            Inventory inventory = draft.what().inventory();
            return new Given(
                    place,
                    draft.id(),
                    draft.what().code(),
                    inventory.what(),
                    inventory.place(),
                    inventory.how(),
                    inventory.why(),
                    inventory.who());
        }
    }

    /** Adds roles with the first version of their inventory; answers which codes were free. */
    Uni<Set<UUID>> add(String entityId, List<Draft<RoleRequest>> drafts, String by, Instant now) {
        return Batch.add(ADD, drafts, Given::of, entityId, by, now);
    }

    Uni<Void> write(UUID id, int number, Inventory inventory, String by, Instant now) {
        return Sql.update(
                        ADD_VERSION,
                        id,
                        number,
                        inventory.what(),
                        inventory.place(),
                        inventory.how(),
                        inventory.why(),
                        inventory.who(),
                        by,
                        now)
                .replaceWithVoid();
    }

    Uni<Void> touch(UUID id) {
        return Sql.update("update programme.access_role set version = version + 1 where role_id = ?1", id)
                .replaceWithVoid();
    }

    /** Nobody else changes it before this transaction ends. */
    Uni<Void> lock(UUID id) {
        return Sql.rows(UUID.class, "select role_id from programme.access_role where role_id = ?1 for update", id)
                .replaceWithVoid();
    }

    Uni<Optional<RoleView>> find(UUID id, String entities) {
        return Sql.rows(Object[].class, RoleView.COLUMNS + GRANTED + " and d.role_id = ?2", entities, id)
                .map(rows -> rows.stream().findFirst().map(RoleView::of));
    }

    Uni<Optional<RoleView>> ofCode(String entityId, String code) {
        return Sql.rows(Object[].class, RoleView.COLUMNS + " where d.entity_id = ?1 and d.code = ?2", entityId, code)
                .map(rows -> rows.stream().findFirst().map(RoleView::of));
    }

    /** Up to {@code limit + 1} in the order of entity and code. */
    Uni<List<RoleView>> page(String entities, CodeCursor after, int limit) {
        return Sql.rows(
                        Object[].class,
                        RoleView.COLUMNS + GRANTED
                                + " and (d.entity_id, d.code) > (?2, ?3) order by d.entity_id, d.code limit ?4",
                        entities,
                        after.entityId(),
                        after.code(),
                        limit + 1)
                .map(rows -> rows.stream().map(RoleView::of).toList());
    }

    /** Answers whether he did not have it before. */
    Uni<Boolean> give(UUID id, HolderRequest request, String entityId, LocalDate today, String by, Instant now) {
        return Sql.update(
                        ADD_HOLDER,
                        id,
                        request.roleId(),
                        entityId,
                        request.person(),
                        request.department(),
                        today,
                        by,
                        now)
                .map(added -> added == 1);
    }

    Uni<Void> end(UUID holderId, LocalDate day, String by) {
        return Sql.update(END, holderId, day, by).replaceWithVoid();
    }

    Uni<Optional<HolderView>> holder(UUID id, Reader reader) {
        return reader.rows(HolderView.COLUMNS + VISIBLE + " and d.holder_id = ?5 for update of d", id)
                .map(rows -> rows.stream().findFirst().map(HolderView::of));
    }

    Uni<Optional<HolderView>> holderOf(UUID roleId, String person) {
        return Sql.rows(
                        Object[].class,
                        HolderView.COLUMNS + " where d.role_id = ?1 and d.person = ?2 and d.until_on is null",
                        roleId,
                        person)
                .map(rows -> rows.stream().findFirst().map(HolderView::of));
    }

    /** Up to {@code limit + 1}, of now or of all times, in the order of their ids, which is that of their beginning. */
    Uni<List<HolderView>> holders(Reader reader, String department, boolean past, UUID after, int limit) {
        return reader.rows(HolderView.COLUMNS + VISIBLE + """
                                 and (?5 = '' or d.department = ?5) and (cast(?6 as boolean) or d.until_on is null)
                                 and d.holder_id > ?7 order by d.holder_id limit ?8
                                """, department, past, after, limit + 1)
                .map(rows -> rows.stream().map(HolderView::of).toList());
    }
}
