package org.candor.notification.telephone;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.kit.data.Sql;

/** Who was called, when, by whom and with which outcome (policy III.E). Call inside a session. */
@ApplicationScoped
public class CallHistory {

    private static final String CALLS = """
            select t.person_id, t.purpose, t.state, c.called_at, c.outcome, c.recorded_by
              from telephone_task t left join telephone_call c on c.task_id = t.id
             where t.person_id = any(?1)
             order by t.person_id, t.purpose desc, c.called_at
            """;

    /**
     * A call, or a task without any.
     *
     * @param outcome of the call; the state of the task where nobody has called yet
     * @param calledAt empty where nobody has called yet
     */
    public record Call(UUID personId, Purpose purpose, String outcome, Optional<Instant> calledAt, String recordedBy) {

        static Call of(Object[] row) {
            return new Call(
                    (UUID) row[0],
                    Purpose.valueOf((String) row[1]),
                    row[4] == null ? (String) row[2] : (String) row[4],
                    Optional.ofNullable(row[3]).map(Sql::instant),
                    row[5] == null ? "" : (String) row[5]);
        }
    }

    /** By person, in the order of the calls. */
    public Uni<Map<UUID, List<Call>>> of(List<UUID> people) {
        return Sql.rows(Object[].class, CALLS, (Object) people.toArray(new UUID[0]))
                .map(rows -> rows.stream().map(Call::of).collect(Collectors.groupingBy(Call::personId)));
    }
}
