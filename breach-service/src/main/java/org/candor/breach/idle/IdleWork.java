package org.candor.breach.idle;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.breach.BreachProblem;
import org.candor.breach.assessment.BreachHead;
import org.candor.breach.assessment.Breaches;
import org.candor.events.Topic;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Outbox;

/** Alarms of a breach that stood still, and the reasons that officers gave; both are kept for good. */
@ApplicationScoped
class IdleWork {

    private static final String ALL = """
        select id, idle_since, raised_at, answered_at, answered_by, reason
          from idle_alarm where incident_id = ?1 order by raised_at, id
        """;

    private static final String ANSWER =
            "update idle_alarm set answered_at = ?2, answered_by = ?3, reason = ?4 where id = ?1";

    private final Breaches breaches;
    private final Outbox outbox;
    private final AccessLog accesses;
    private final Caller caller;
    private final Clock clock;

    IdleWork(Breaches breaches, Outbox outbox, AccessLog accesses, Caller caller, Clock clock) {
        this.breaches = breaches;
        this.outbox = outbox;
        this.accesses = accesses;
        this.caller = caller;
        this.clock = clock;
    }

    Uni<List<IdleAlarm>> all(UUID incidentId) {
        return Transactions.run(() -> breaches.visible(incidentId)
                .call(() -> accesses.read("read-idle-alarms", incidentId))
                .chain(this::alarms));
    }

    /** With the reason the time begins anew. */
    Uni<List<IdleAlarm>> answer(UUID incidentId, UUID alarmId, String reason) {
        return Transactions.run(() -> breaches.locked(incidentId)
                .call(() -> accesses.read("answer-idle-alarm", incidentId))
                .chain(head -> alarms(head)
                        .map(alarms -> open(alarms, alarmId))
                        .chain(alarm -> answer(head, alarm, reason))
                        .chain(() -> breaches.moved(incidentId))
                        .chain(() -> alarms(head))));
    }

    private Uni<Void> answer(BreachHead head, IdleAlarm alarm, String reason) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), head.zone());
        LocalDate due = LocalDate.ofInstant(alarm.raisedAt(), head.zone()).plusDays(1);
        byte[] sealed = head.cipher().seal(IdleAlarm.PLACE, alarm.alarmId(), reason);
        return Sql.update(ANSWER, alarm.alarmId(), clock.instant(), caller.subject(), sealed)
                .chain(() -> outbox.publish(
                        Topic.OBLIGATION,
                        head.breach().met(alarm.alarmId(), today, due),
                        head.origin(caller.subject())));
    }

    private static IdleAlarm open(List<IdleAlarm> alarms, UUID alarmId) {
        IdleAlarm alarm = alarms.stream()
                .filter(each -> each.alarmId().equals(alarmId))
                .findFirst()
                .orElseThrow(Problem::notFound);
        if (alarm.answeredAt() != null) {
            throw new Problem(BreachProblem.ANSWERED_ALREADY);
        }
        return alarm;
    }

    private Uni<List<IdleAlarm>> alarms(BreachHead head) {
        return Sql.rows(Object[].class, ALL, head.incidentId())
                .map(rows -> rows.stream()
                        .map(row -> IdleAlarm.of(row, head.cipher()))
                        .toList());
    }
}
