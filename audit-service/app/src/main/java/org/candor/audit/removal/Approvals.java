package org.candor.audit.removal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.candor.audit.AuditProblem;
import org.candor.audit.TrailSettings;
import org.candor.audit.disposal.decision.Obstacle;
import org.candor.audit.trail.RemovedLogs;
import org.candor.audit.trail.YearLogs;
import org.candor.audit.trail.decision.LogRemoval;
import org.candor.audit.trail.decision.YearLog;
import org.candor.audit.tree.LogOfLogs;
import org.candor.audit.tree.LogOfLogs.Closed;
import org.candor.audit.tree.TrailKey;
import org.candor.events.RetentionEvent.LogRemovalOrdered;
import org.candor.events.Topic;
import org.candor.kit.errors.Problem;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;

/** Signs an approved removal into the trail: its row, and the fact that is an entry of this year's log. Wants a transaction. */
@ApplicationScoped
class Approvals {

    /** A log that is over, with its last state. */
    private record Ended(YearLog log, Closed closed) {}

    private final YearLogs logs;
    private final LogOfLogs logOfLogs;
    private final RemovedLogs removedLogs;
    private final TrailKey key;
    private final Outbox outbox;
    private final String trail;

    Approvals(
            YearLogs logs,
            LogOfLogs logOfLogs,
            RemovedLogs removedLogs,
            TrailKey key,
            Outbox outbox,
            TrailSettings settings) {
        this.logs = logs;
        this.logOfLogs = logOfLogs;
        this.removedLogs = removedLogs;
        this.key = key;
        this.outbox = outbox;
        this.trail = settings.name();
    }

    /** 404 for a year without a log, 409 for one whose log has no last state yet. */
    Uni<Void> requireClosed(int year) {
        return ended(year).replaceWithVoid();
    }

    Uni<Void> keep(RemovalRow row) {
        return ended(row.year).chain(ended -> {
            LogRemoval removal = removal(ended, row);
            return removedLogs
                    .put(
                            removal.origin(),
                            row.removalId,
                            row.orderedBy,
                            row.decidedBy,
                            row.keptThrough,
                            key.note(trail + "/removal", removal.text()),
                            row.decidedAt)
                    .chain(() ->
                            outbox.publish(Topic.RETENTION, fact(row, removal), new Origin("", false, row.decidedBy)));
        });
    }

    private Uni<Ended> ended(int year) {
        return logs.all().chain(all -> {
            YearLog log =
                    all.stream().filter(one -> one.year() == year).findFirst().orElseThrow(Problem::notFound);
            return logOfLogs
                    .closed()
                    .map(closed -> closed.stream()
                            .filter(one -> one.origin().equals(log.origin()))
                            .findFirst()
                            .map(one -> new Ended(log, one))
                            .orElseThrow(() -> new Problem(AuditProblem.MAY_NOT_GO)
                                    .missing(List.of(Obstacle.STILL_TO_BE_KEPT.name()))));
        });
    }

    private static LogRemoval removal(Ended ended, RemovalRow row) {
        String[] last = ended.closed().note().split("\n", -1);
        return new LogRemoval(
                ended.log().origin(),
                ended.log().first(),
                Long.parseLong(last[1]),
                last[2],
                row.removalId,
                row.orderedBy,
                row.decidedBy,
                row.decidedAt);
    }

    private static LogRemovalOrdered fact(RemovalRow row, LogRemoval removal) {
        return new LogRemovalOrdered(
                row.removalId,
                removal.origin(),
                row.year,
                removal.size(),
                row.orderedBy,
                row.decidedBy,
                row.keptThrough,
                row.decidedAt);
    }
}
