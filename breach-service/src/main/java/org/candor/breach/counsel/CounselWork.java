package org.candor.breach.counsel;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.breach.BreachProblem;
import org.candor.breach.assessment.BreachHead;
import org.candor.breach.assessment.Breaches;
import org.candor.breach.obligations.CounselTasks;
import org.candor.events.Topic;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Outbox;

/** Lists counsel's tasks of a breach and takes the answers. */
@ApplicationScoped
class CounselWork {

    private static final String ALL = """
        select jurisdiction, statute, known, source, verified, due, opened_at, answered_at, answered_by, note
          from counsel_task where incident_id = ?1 order by due, jurisdiction
        """;

    private static final String ANSWER = """
        update counsel_task set answered_at = ?3, answered_by = ?4, note = ?5
         where incident_id = ?1 and jurisdiction = ?2 and answered_at is null
        """;

    private final Breaches breaches;
    private final Outbox outbox;
    private final AccessLog accesses;
    private final Caller caller;
    private final Clock clock;

    CounselWork(Breaches breaches, Outbox outbox, AccessLog accesses, Caller caller, Clock clock) {
        this.breaches = breaches;
        this.outbox = outbox;
        this.accesses = accesses;
        this.caller = caller;
        this.clock = clock;
    }

    Uni<List<CounselTask>> all(UUID incidentId) {
        return Transactions.run(() -> breaches.visible(incidentId)
                .call(() -> accesses.read("read-counsel-tasks", incidentId))
                .chain(this::tasks));
    }

    Uni<List<CounselTask>> answer(UUID incidentId, String jurisdiction, String note) {
        return Transactions.run(() -> breaches.locked(incidentId)
                .call(() -> accesses.read("answer-counsel-task", incidentId))
                .chain(head -> tasks(head)
                        .map(tasks -> open(tasks, jurisdiction))
                        .chain(task -> answer(head, task, note))
                        .chain(() -> tasks(head))));
    }

    private Uni<Void> answer(BreachHead head, CounselTask task, String note) {
        UUID id = CounselTasks.idOf(head.incidentId(), task.jurisdiction());
        LocalDate today = LocalDate.ofInstant(clock.instant(), head.zone());
        return Sql.update(
                        ANSWER,
                        head.incidentId(),
                        task.jurisdiction(),
                        clock.instant(),
                        caller.subject(),
                        head.cipher().seal(CounselTask.PLACE, id, note))
                .chain(() -> outbox.publish(
                        Topic.OBLIGATION, head.breach().met(id, today, task.due()), head.origin(caller.subject())));
    }

    private static CounselTask open(List<CounselTask> tasks, String jurisdiction) {
        CounselTask task = tasks.stream()
                .filter(each -> each.jurisdiction().equals(jurisdiction))
                .findFirst()
                .orElseThrow(Problem::notFound);
        if (task.answeredAt() != null) {
            throw new Problem(BreachProblem.ANSWERED_ALREADY);
        }
        return task;
    }

    private Uni<List<CounselTask>> tasks(BreachHead head) {
        return Sql.rows(Object[].class, ALL, head.incidentId())
                .map(rows -> rows.stream()
                        .map(row -> CounselTask.of(head.incidentId(), row, head.cipher()))
                        .toList());
    }
}
