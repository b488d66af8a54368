package org.candor.notification.accounting;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.candor.events.DeadlineEvent;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.Envelope;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.candor.notification.accounting.AccountingRows.Kept;
import org.candor.notification.accounting.decision.AnswerTime;

/**
 * What an accounting that was given left out: a duty for each breach, which is its incident's and so seen by those who may see
 * that. A right that was suspended for a time is owed when the time is over (45 CFR 164.528(a)(2)). Call inside a transaction.
 */
@ApplicationScoped
class LeftOutRows {

    private static final String ADD = """
            insert into accounting_left_out (deadline_id, request_id, incident_id, due_on) values (?1, ?2, ?3, ?4)
            """;

    private static final String OPEN = """
            select l.deadline_id, l.incident_id, l.due_on, r.received_on, r.due_on as answer_due_on, r.zone, r.entity_id
              from accounting_left_out l join accounting_request r on r.id = l.request_id
             where l.completed_on is null and
            """;

    private static final LocalDate NOT_BEFORE = LocalDate.of(9999, 12, 31);

    /** @param dueOn last lawful day */
    record Row(UUID deadlineId, UUID incidentId, LocalDate dueOn, AnswerTime time, ZoneId zone, String entityId) {}

    private final Outbox outbox;
    private final Ids ids;

    LeftOutRows(Outbox outbox, Ids ids) {
        this.outbox = outbox;
        this.ids = ids;
    }

    /** @param holds of this moment, which may be others than when the accounting was drawn up */
    Uni<Void> add(Kept request, List<LeftOut> leftOut, Map<UUID, Optional<LocalDate>> holds, LocalDate today) {
        return each(leftOut, one -> {
            LocalDate due = request.view().time().completeBy(holds.get(one.incidentId()), today, NOT_BEFORE);
            UUID id = ids.next();
            return Sql.update(ADD, id, request.view().id(), one.incidentId(), due)
                    .chain(() -> due(id, one.incidentId(), request.view().entityId(), request.zone(), due));
        });
    }

    Uni<List<Row>> ofIncident(UUID incidentId) {
        return rows(OPEN + " l.incident_id = ?1 order by l.deadline_id for update of l", incidentId);
    }

    /** Those that the reader may see. */
    Uni<List<Row>> ofRequest(UUID requestId, String person, String entities) {
        return rows(
                OPEN
                        + " l.request_id = ?1 and incident_visible(l.incident_id, ?2, ?3) order by l.deadline_id for update of l",
                requestId,
                person,
                entities);
    }

    /** A hold that was placed, changed or ended moves its day. */
    Uni<Void> move(Row row, Optional<LocalDate> heldUntil, LocalDate today) {
        LocalDate due = row.time().completeBy(heldUntil, today, row.dueOn());
        return due.equals(row.dueOn())
                ? Uni.createFrom().voidItem()
                : Sql.update("update accounting_left_out set due_on = ?2 where deadline_id = ?1", row.deadlineId(), due)
                        .chain(() -> due(row.deadlineId(), row.incidentId(), row.entityId(), row.zone(), due));
    }

    Uni<Void> complete(List<Row> rows, LocalDate on, String actor) {
        return close(
                rows,
                on,
                actor,
                row -> new DeadlineMet(
                        row.deadlineId(), row.incidentId(), on, Math.max(0, ChronoUnit.DAYS.between(row.dueOn(), on))));
    }

    /** Its breach lies outside of the six years by now, or is not the person's. */
    Uni<Void> cancel(List<Row> rows, LocalDate on, String actor) {
        return close(
                rows,
                on,
                actor,
                row -> new DeadlineCancelled(
                        row.deadlineId(), row.incidentId(), "The accounting has no entry for this breach any more"));
    }

    private Uni<Void> close(List<Row> rows, LocalDate on, String actor, Function<Row, DeadlineEvent> fact) {
        return each(
                rows,
                row -> Sql.update(
                                "update accounting_left_out set completed_on = ?2 where deadline_id = ?1",
                                row.deadlineId(),
                                on)
                        .chain(() -> publish(row.entityId(), actor, fact.apply(row))));
    }

    private Uni<Void> due(UUID id, UUID incidentId, String entityId, ZoneId zone, LocalDate due) {
        return publish(
                entityId,
                Envelope.SYSTEM,
                new DeadlineSet(
                        id,
                        incidentId,
                        entityId,
                        "ACCOUNTING_TO_COMPLETE",
                        "Complete an accounting of disclosures from which this breach was left out",
                        due,
                        null,
                        zone.getId(),
                        OfficerRole.PRIVACY_OFFICER,
                        "45 CFR 164.528(a)(2)"));
    }

    private Uni<Void> publish(String entityId, String actor, DeadlineEvent fact) {
        return outbox.publish(Topic.NOTICE, fact, new Origin(entityId, false, actor));
    }

    private static Uni<List<Row>> rows(String sql, Object... arguments) {
        return Sql.rows(Object[].class, sql, arguments)
                .map(rows -> rows.stream().map(LeftOutRows::row).toList());
    }

    private static Row row(Object[] row) {
        return new Row(
                (UUID) row[0],
                (UUID) row[1],
                (LocalDate) row[2],
                new AnswerTime((LocalDate) row[3], (LocalDate) row[4]),
                ZoneId.of((String) row[5]),
                (String) row[6]);
    }

    private static <T> Uni<Void> each(List<T> some, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(some)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .onItem()
                .ignoreAsUni();
    }
}
