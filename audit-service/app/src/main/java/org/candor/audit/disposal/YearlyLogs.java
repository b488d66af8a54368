package org.candor.audit.disposal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.candor.audit.disposal.decision.LogStanding;
import org.candor.audit.disposal.decision.Obstacle;
import org.candor.audit.retention.decision.RetentionRule;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether the trail's log of a year may go. It tells no number: one would speak of incidents that the reader may not see. */
@ApplicationScoped
class YearlyLogs {

    private static final String STANDING = """
            with named as (
                select distinct i as incident_id from trail.entry e, unnest(e.incidents) i
                 where e.received_at >= ?1 and e.received_at < ?2
            ), active as (
                select * from legal_hold where lifted_at is null
            )
            select exists (select 1 from named n left join retention r on r.incident_id = n.incident_id
                            where r.keep_through is null or r.keep_through >= ?3 or r.case_reopened or r.campaign_open),
                   exists (select 1 from active h
                            where h.incident_id in (select incident_id from named)
                               or h.from_at < ?2 and (h.to_at is null or h.to_at > ?1)
                               or h.incident_id is null and exists (
                                      select 1 from named n join trail.entry e on e.incidents @> array[n.incident_id]
                                       where e.entity_id = h.entity_id and e.happened_at >= h.from_at
                                         and (h.to_at is null or e.happened_at < h.to_at)))
            """;

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

    YearlyLogs(AccessLog accessLog, Clock clock, @ConfigProperty(name = "candor.retention.keep-for") Period keepFor) {
        this.accessLog = accessLog;
        this.clock = clock;
        this.rule = RetentionRule.HIPAA.longer(keepFor);
    }

    Uni<LogView> of(int year) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Transactions.run(() -> Sql.rows(
                        Object[].class, STANDING, firstMoment(year), firstMoment(year + 1), today)
                .map(List::getFirst)
                .map(row -> view(new LogStanding(year, (Boolean) row[0], (Boolean) row[1], today)))
                .call(() -> accessLog.list("read-yearly-log", "year=" + year, List.of())));
    }

    private LogView view(LogStanding standing) {
        return new LogView(standing.year(), standing.keepThrough(rule), standing.obstacles(rule));
    }

    private static Instant firstMoment(int year) {
        return LocalDate.of(year, Month.JANUARY, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
