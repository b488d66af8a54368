package org.candor.audit.disposal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.candor.audit.disposal.decision.LogStanding;
import org.candor.audit.disposal.decision.Obstacle;
import org.candor.audit.retention.decision.RetentionRule;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether the trail's log of a year may go. It tells no number: one would speak of incidents that the reader may not see. */
@ApplicationScoped
public class YearlyLogs {

    private static final String STANDING = "select due_later, on_hold from trail.standing(?1, ?2)";

    /** The log of a year, and what keeps it. */
    @Schema(name = "YearlyLog")
    public record LogView(
            int year,

            @Schema(description = "The last day on which it is kept for its own sake")
            LocalDate keepThrough,

            @Schema(description = "Every reason for which it may not go today; empty when it may")
            List<Obstacle> obstacles) {}

    private final AccessLog accessLog;
    private final Clock clock;
    private final RetentionRule rule;

    YearlyLogs(AccessLog accessLog, Clock clock, RetentionRule rule) {
        this.accessLog = accessLog;
        this.clock = clock;
        this.rule = rule;
    }

    Uni<LogView> of(int year) {
        return Transactions.run(() -> standing(year)
                .map(standing -> new LogView(year, standing.keepThrough(rule), standing.obstacles(rule)))
                .call(() -> accessLog.list("read-yearly-log", "year=" + year, List.of())));
    }

    /** How it stands today; wants an open session. */
    public Uni<LogStanding> standing(int year) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Sql.rows(Object[].class, STANDING, year, today)
                .map(List::getFirst)
                .map(row -> new LogStanding(year, (Boolean) row[0], (Boolean) row[1], today));
    }

    /** How long a log is kept for its own sake. */
    public RetentionRule rule() {
        return rule;
    }
}
