package org.candor.audit.programme;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.candor.audit.programme.decision.DutyKind;
import org.candor.events.DeadlineEvent;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.Topic;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;

/**
 * Tells of duties: each round is a deadline of its own, so that the last one stays met. Nothing is told of a case against
 * somebody, nor of its findings: he may read the board, and its mail may be for him. Call inside a transaction.
 */
@ApplicationScoped
class DutyDeadlines {

    private static final String NO_LONGER = "The duty is no longer asked for";

    private final Kinds kinds;
    private final Outbox outbox;

    DutyDeadlines(Kinds kinds, Outbox outbox) {
        this.kinds = kinds;
        this.outbox = outbox;
    }

    /** Of one entity. A round that was told of before is told anew, as when somebody else answers for it. */
    Uni<Void> set(List<DutyRow> rows, ZoneId zone, String actor) {
        List<DeadlineSet> told = rows.stream()
                .filter(DutyDeadlines::isTold)
                .map(row -> deadline(row, zone))
                .toList();
        return told.isEmpty()
                ? Uni.createFrom().voidItem()
                : outbox.publishAll(Topic.PROGRAMME, told, origin(rows.getFirst(), actor));
    }

    Uni<Void> met(DutyRow row, LocalDate doneOn, long daysLate, String actor) {
        return publish(row, new DeadlineMet(idOf(row), row.incidentId().orElse(null), doneOn, daysLate), actor);
    }

    Uni<Void> cancelled(DutyRow row, String actor) {
        return publish(row, new DeadlineCancelled(idOf(row), row.incidentId().orElse(null), NO_LONGER), actor);
    }

    static UUID idOf(DutyRow row) {
        return UUID.nameUUIDFromBytes(("programme-duty/" + row.dutyId() + "/" + row.round()).getBytes(UTF_8));
    }

    private Uni<Void> publish(DutyRow row, DeadlineEvent deadline, String actor) {
        return isTold(row)
                ? outbox.publish(Topic.PROGRAMME, deadline, origin(row, actor))
                : Uni.createFrom().voidItem();
    }

    private static boolean isTold(DutyRow row) {
        return row.against().isEmpty();
    }

    private DeadlineSet deadline(DutyRow row, ZoneId zone) {
        DutyKind kind = kinds.of(row.kind());
        return new DeadlineSet(
                idOf(row),
                row.incidentId().orElse(null),
                row.entityId(),
                kind.code(),
                kind.titleOf(row.subject(), row.department()),
                row.dueOn(),
                null,
                zone.getId(),
                row.role(),
                String.join("; ", kind.citations()));
    }

    private static Origin origin(DutyRow row, String actor) {
        return new Origin(row.entityId(), false, actor);
    }
}
