package org.candor.audit.role;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.programme.Reader;
import org.candor.audit.retention.decision.RetentionRule;
import org.candor.audit.role.ExceptionView.State;
import org.candor.kit.data.Sql;
import org.candor.kit.web.Cursor;

/** The table of exceptions. Call inside a session. */
@ApplicationScoped
class Exceptions {

    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

    private static final String ADD = """
            insert into programme.access_exception (exception_id, role_id, entity_id, person, department, reason, state, until_on,
                                                    requested_by, requested_at, decided_by, version)
            values (?1, ?2, ?3, ?4, ?5, ?6, 'REQUESTED', ?7, ?8, ?9, '', 0)
            """;

    private static final String DECIDE = """
            update programme.access_exception set state = ?2, until_on = ?3, decided_by = ?4, decided_at = ?5, version = version + 1
             where exception_id = ?1
            """;

    private static final String END = """
            update programme.access_exception set state = 'ENDED', ended_on = ?2, version = version + 1 where exception_id = ?1
            """;

    private final RetentionRule rule;

    Exceptions(RetentionRule rule) {
        this.rule = rule;
    }

    Uni<Void> add(UUID id, RoleView role, ExceptionRequest request, byte[] reason, String by, Instant now) {
        return Sql.update(
                        ADD,
                        id,
                        role.roleId(),
                        role.entityId(),
                        request.person(),
                        request.department(),
                        reason,
                        request.untilOn(),
                        by,
                        now)
                .replaceWithVoid();
    }

    Uni<Void> decide(UUID id, State state, LocalDate untilOn, String by, Instant now) {
        return Sql.update(DECIDE, id, state.name(), untilOn, by, now).replaceWithVoid();
    }

    Uni<Void> end(UUID id, LocalDate day) {
        return Sql.update(END, id, day).replaceWithVoid();
    }

    /** The duty to end it. */
    Uni<Void> endsBy(UUID id, UUID dutyId) {
        return Sql.update("update programme.access_exception set duty_id = ?2 where exception_id = ?1", id, dutyId)
                .replaceWithVoid();
    }

    /** Empty for one that was not granted. */
    Uni<Optional<UUID>> duty(UUID id) {
        return Sql.rows(
                        UUID.class,
                        "select duty_id from programme.access_exception where exception_id = ?1 and duty_id is not null",
                        id)
                .map(rows -> rows.stream().findFirst());
    }

    /** Nobody else changes it before this transaction ends. */
    Uni<Optional<ExceptionView>> lock(UUID id, Reader reader) {
        return one(" and d.exception_id = ?5 for update of d", id, reader);
    }

    Uni<Optional<ExceptionView>> find(UUID id, Reader reader) {
        return one(" and d.exception_id = ?5", id, reader);
    }

    Uni<byte[]> reason(UUID id) {
        return Sql.rows(byte[].class, "select reason from programme.access_exception where exception_id = ?1", id)
                .map(List::getFirst);
    }

    /** Up to {@code limit + 1}, newest first; an empty state for all. */
    Uni<List<ExceptionView>> page(Reader reader, String state, Optional<Cursor> after, int limit) {
        Cursor from = after.orElse(NEWEST);
        return reader.rows(ExceptionView.COLUMNS + Roles.VISIBLE + """
                                 and (?5 = '' or d.state = ?5) and (d.requested_at, d.exception_id) < (?6, ?7)
                                 order by d.requested_at desc, d.exception_id desc limit ?8
                                """, state, from.at(), from.id(), limit + 1)
                .map(rows -> rows.stream().map(this::view).toList());
    }

    private Uni<Optional<ExceptionView>> one(String where, UUID id, Reader reader) {
        return reader.rows(ExceptionView.COLUMNS + Roles.VISIBLE + where, id)
                .map(rows -> rows.stream().findFirst().map(this::view));
    }

    private ExceptionView view(Object[] row) {
        return ExceptionView.of(row, rule);
    }
}
