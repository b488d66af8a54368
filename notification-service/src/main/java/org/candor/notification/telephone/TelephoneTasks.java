package org.candor.notification.telephone;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.time.Ids;
import org.candor.notification.sending.UrgentCalls;

/** The tasks. Call inside a transaction. */
@ApplicationScoped
public class TelephoneTasks implements UrgentCalls {

    private static final String ADD = """
            insert into telephone_task (id, incident_id, person_id, purpose, state, attempts, added_at, version)
            values (?1, ?2, ?3, ?4, 'OPEN', 0, ?5, 1)
            on conflict (person_id, purpose) do nothing
            """;

    /** Everybody who is to be told at all, or who has no usable address of his own; the dead's next of kin do not count. */
    private static final String ADD_ALL = """
            insert into telephone_task (id, incident_id, person_id, purpose, state, attempts, added_at, version)
            select gen_random_uuid(), p.incident_id, p.id, ?2, 'OPEN', 0, ?3, 1
              from person p
             where p.incident_id = ?1
               and ((?2 = 'URGENT' and p.state <> 'NOBODY')
                 or (?2 = 'SUBSTITUTE' and p.state = 'SUBSTITUTE' and p.reason <> 'NEXT_OF_KIN_UNREACHABLE'))
            on conflict (person_id, purpose) do nothing
            """;

    private final Clock clock;
    private final Ids ids;

    TelephoneTasks(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** One person is to be called; a second time changes nothing. */
    public Uni<Void> add(UUID incidentId, UUID personId, Purpose purpose) {
        return Sql.update(ADD, ids.next(), incidentId, personId, purpose.name(), clock.instant())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> add(UUID incidentId) {
        return addAll(incidentId, Purpose.URGENT).replaceWithVoid();
    }

    /** Everybody whom the purpose means; answers how many are new. */
    public Uni<Integer> addAll(UUID incidentId, Purpose purpose) {
        return Sql.update(ADD_ALL, incidentId, purpose.name(), clock.instant());
    }

    /** How many are in each state. */
    public Uni<Map<String, Long>> counts(UUID incidentId, Purpose purpose) {
        return Sql.rows(
                        Object[].class,
                        "select state, count(*) from telephone_task where incident_id = ?1 and purpose = ?2 group by state",
                        incidentId,
                        purpose.name())
                .map(rows -> {
                    Map<String, Long> counts = new TreeMap<>();
                    rows.forEach(row -> counts.put((String) row[0], ((Number) row[1]).longValue()));
                    return counts;
                });
    }
}
