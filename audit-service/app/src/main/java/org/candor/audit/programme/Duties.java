package org.candor.audit.programme;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.audit.programme.DutyRow.State;
import org.candor.events.OfficerRole;
import org.candor.kit.data.Sql;

/** The table of duties. Call inside a session. */
@ApplicationScoped
class Duties {

    /** In one order, so that two lists with the same rows wait for each other instead of blocking each other. */
    private static final String ADD = """
            insert into programme.duty (duty_id, entity_id, kind, subject, department, role, person, against, every, due_on, state,
                                        parent_id, incident_id, amount, currency, round, note, created_by, created_at, version)
            select n.id, ?2, n.kind, n.subject, n.department, n.role, n.person, n.against, n.every, n.due, 'OPEN', n.parent,
                   n.incident, n.amount, n.currency, 1,
                   decode(n.note, 'base64'), ?3, ?4, 0
              from json_to_recordset(cast(cast(?1 as text) as json)) as n(place integer, id uuid, kind text, subject text, department text,
                   role text, person text, against text, every text, due date, parent uuid, incident uuid, amount numeric,
                   currency text, note text)
             order by n.kind, n.subject, n.department, n.person, n.place
            on conflict do nothing returning duty_id
            """;

    /**
     * Everybody finds his own, a manager his department's, an officer all of his entities; nobody a case against himself or what
     * names an incident that he may not see.
     */
    static final String VISIBLE = " " + Reader.FINDS + """
               and (d.against = '' or d.against <> ?3)
               and (d.incident_id is null or incident_visible(d.incident_id, ?3, ?1))
            """;

    private static final String FIND =
            "select " + DutyRow.COLUMNS + " from programme.register d where " + VISIBLE + " and d.duty_id = ?5";

    private static final String LOCK =
            "select " + DutyRow.COLUMNS + " from programme.duty d where " + VISIBLE + " and d.duty_id = ?5 for update";

    private static final String OPEN = "select " + DutyRow.COLUMNS + """
            \s from programme.duty d
             where d.entity_id = ?1 and d.kind = ?2 and d.subject = ?3 and (?4 = '' or d.person = ?4)
               and d.state = 'OPEN'
             order by d.due_on, d.duty_id for update
            """;

    private static final String OPEN_ONE =
            "select " + DutyRow.COLUMNS + " from programme.duty d where d.duty_id = ?1 and d.state = 'OPEN' for update";

    private static final String GO_ON = """
            update programme.duty set state = ?2, due_on = ?3, last_done_on = cast(nullif(?4, '') as date), round = round + 1,
                                      version = version + 1
             where duty_id = ?1
            """;

    private static final String ASSIGN =
            "update programme.duty set role = ?2, person = ?3, version = version + 1 where duty_id = ?1";

    private static final String TAKEN = """
            select count(*) from programme.duty d join programme.duty o on o.duty_id = ?1
             where d.duty_id <> o.duty_id and d.state = 'OPEN' and d.parent_id is null and o.parent_id is null and d.person = ?2
               and d.kind <> 'ACCESS_EXCEPTION_END'
               and (d.entity_id, d.kind, d.subject, d.department) = (o.entity_id, o.kind, o.subject, o.department)
            """;

    private record Given(
            int place,
            UUID id,
            String kind,
            String subject,
            String department,
            String role,
            String person,
            String against,
            String every,
            LocalDate due,
            UUID parent,
            UUID incident,
            BigDecimal amount,
            String currency,
            byte[] note) {

        static Given of(int place, DutyRow row) {
            return new Given(
                    place,
                    row.dutyId(),
                    row.kind(),
                    row.subject(),
                    row.department(),
                    row.role().name(),
                    row.person(),
                    row.against(),
                    row.every().toString(),
                    row.dueOn(),
                    row.parentId().orElse(null),
                    row.incidentId().orElse(null),
                    row.cost().map(Money::amount).orElse(null),
                    row.cost().map(Money::currency).orElse(null),
                    row.note());
        }
    }

    /** Adds duties of one entity that one person enters; answers which were not open before. */
    Uni<Set<UUID>> add(List<DutyRow> rows) {
        return rows.stream()
                .findFirst()
                .map(first -> Batch.add(ADD, rows, Given::of, first.entityId(), first.createdBy(), first.createdAt()))
                .orElseGet(() -> Uni.createFrom().item(Set.of()));
    }

    Uni<Optional<DutyRow>> find(UUID id, Reader reader) {
        return one(FIND, id, reader);
    }

    /** As {@link #find} without what has a register of its own; nobody else changes it before this transaction ends. */
    Uni<Optional<DutyRow>> lock(UUID id, Reader reader) {
        return one(LOCK, id, reader);
    }

    /** The open duties of that kind about that subject, locked; of anybody where the person is empty. */
    Uni<List<DutyRow>> open(String entityId, String kind, String subject, String person) {
        return Sql.rows(Object[].class, OPEN, entityId, kind, subject, person)
                .map(rows -> rows.stream().map(DutyRow::of).toList());
    }

    /** The duty, locked, where it is open. */
    Uni<List<DutyRow>> openOne(UUID id) {
        return Sql.rows(Object[].class, OPEN_ONE, id)
                .map(rows -> rows.stream().map(DutyRow::of).toList());
    }

    Uni<Void> goOn(UUID id, State state, LocalDate dueOn, Optional<LocalDate> doneOn) {
        return Sql.update(
                        GO_ON,
                        id,
                        state.name(),
                        dueOn,
                        doneOn.map(LocalDate::toString).orElse(""))
                .replaceWithVoid();
    }

    /** Whether that person has the same duty already. */
    Uni<Boolean> isTaken(UUID id, String person) {
        return Sql.rows(Long.class, TAKEN, id, person).map(rows -> rows.getFirst() > 0);
    }

    Uni<Void> assign(UUID id, OfficerRole role, String person) {
        return Sql.update(ASSIGN, id, role.name(), person).replaceWithVoid();
    }

    private static Uni<Optional<DutyRow>> one(String sql, UUID id, Reader reader) {
        return reader.rows(sql, id).map(rows -> rows.stream().findFirst().map(DutyRow::of));
    }
}
