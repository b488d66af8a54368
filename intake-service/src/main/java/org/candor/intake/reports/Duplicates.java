package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.candor.intake.IntakeProblem;
import org.candor.intake.reports.DuplicateRequest.Decision;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.identity.Visibility;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;

/**
 * Finds reports that may tell of the same: same entity and kind, a system in common, and not further apart than the window
 * says, by when it happened or else was received. A report that names no system has none. Only officers decide.
 */
@ApplicationScoped
class Duplicates {

    private static final String ALIKE = """
            select r.incident_id, coalesce(l.decision, ''), coalesce(l.version, 0)
              from report mine
              join report r on r.incident_id <> mine.incident_id
              left join report_link l on l.one = least(r.incident_id, mine.incident_id)
                                     and l.other = greatest(r.incident_id, mine.incident_id)
             where mine.incident_id = ?1
               and incident_visible(r.incident_id, ?2, ?3)
               and (l.decision is not null
                    or (r.entity_id = mine.entity_id and r.kind = mine.kind and r.system_terms && mine.system_terms
                        and coalesce(r.happened_at, r.received_at)
                            between coalesce(mine.happened_at, mine.received_at) - cast(?4 as double precision) * interval '1 second'
                                and coalesce(mine.happened_at, mine.received_at) + cast(?4 as double precision) * interval '1 second'))
             order by r.received_at desc, r.incident_id desc limit 100
            """;

    private static final String DECIDED = """
            select version from report_link
             where one = least(cast(?1 as uuid), cast(?2 as uuid)) and other = greatest(cast(?1 as uuid), cast(?2 as uuid))
            """;

    /** Changes no row when another decision came in between. */
    private static final String DECIDE = """
            insert into report_link as l (one, other, decision, decided_at, decided_by, version)
            values (least(cast(?1 as uuid), cast(?2 as uuid)), greatest(cast(?1 as uuid), cast(?2 as uuid)), ?3, ?4, ?5, 1)
            on conflict (one, other) do update
               set decision = excluded.decision, decided_at = excluded.decided_at, decided_by = excluded.decided_by,
                   version = l.version + 1
             where l.version = ?6
            """;

    private final Reports reports;
    private final Visibility visibility;
    private final AccessLog accessLog;
    private final Caller caller;
    private final Clock clock;
    private final double windowSeconds;

    Duplicates(
            Reports reports,
            Visibility visibility,
            AccessLog accessLog,
            Caller caller,
            Clock clock,
            DuplicateConfig config) {
        this.reports = reports;
        this.visibility = visibility;
        this.accessLog = accessLog;
        this.caller = caller;
        this.clock = clock;
        this.windowSeconds = config.window().toSeconds();
    }

    /** Newest first, at most 100. */
    Uni<Page<DuplicateView>> of(UUID incidentId) {
        return Transactions.run(() -> visibility
                .require(incidentId)
                .chain(() -> Sql.rows(
                        Object[].class, ALIKE, incidentId, caller.subject(), caller.entitiesFilter(), windowSeconds))
                .chain(this::views)
                .call(found -> accessLog.list(
                        "list-duplicates",
                        "of=" + incidentId,
                        found.stream().map(one -> one.report().incidentId()).toList()))
                .map(found -> new Page<>(found, null)));
    }

    /** The later decision replaces the earlier one, which whoever decides must have seen. */
    Uni<DuplicateView> decide(UUID incidentId, UUID otherId, Decision decision, String ifMatch) {
        if (incidentId.equals(otherId)) {
            throw new Problem(IntakeProblem.SAME_REPORT);
        }
        Instant now = clock.instant();
        return Transactions.run(() -> visibility
                .require(incidentId)
                .chain(() -> visibility.require(otherId))
                .chain(() -> Sql.rows(Long.class, DECIDED, incidentId, otherId))
                .map(found -> found.isEmpty() ? 0L : found.getFirst())
                .invoke(version -> EntityTags.check(ifMatch, version))
                .call(version -> Sql.update(
                                DECIDE, incidentId, otherId, decision.name(), now, caller.subject(), version)
                        .invoke(Duplicates::requireDecided))
                .call(() -> accessLog.list("decide-duplicate", "decision=" + decision, List.of(incidentId, otherId)))
                .chain(version -> reports.summaries(List.of(otherId))
                        .map(other -> DuplicateView.of(other.getFirst(), decision, version + 1))));
    }

    private static void requireDecided(int rows) {
        if (rows == 0) {
            throw new Problem(CommonProblem.STALE_VERSION);
        }
    }

    private Uni<List<DuplicateView>> views(List<Object[]> rows) {
        List<UUID> ids = rows.stream().map(row -> (UUID) row[0]).toList();
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : reports.summaries(ids).map(found -> {
                    Map<UUID, ReportSummary> byId =
                            found.stream().collect(Collectors.toMap(ReportSummary::incidentId, Function.identity()));
                    return rows.stream()
                            .map(row -> DuplicateView.of(
                                    byId.get((UUID) row[0]), decision((String) row[1]), ((Number) row[2]).longValue()))
                            .toList();
                });
    }

    private static Decision decision(String code) {
        return code.isEmpty() ? null : Decision.valueOf(code);
    }
}
