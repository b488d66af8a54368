package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.candor.events.ReportKind;
import org.candor.intake.reports.decision.ReportState;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.identity.Caller;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;

/** Counts and searches what the caller may see; for a recused person a report is neither counted nor found. */
@ApplicationScoped
class Queue {

    private static final String COUNTS = """
            select r.state, r.kind, count(*), count(*) filter (where r.late), count(*) filter (where r.urgent),
                   count(*) filter (where r.withdrawn_at is not null),
                   count(*) filter (where r.answer_due_on
                                        < cast(timezone(coalesce(e.time_zone, 'Etc/UTC'), cast(?3 as timestamptz)) as date))
              from report r left join legal_entity e on e.entity_id = r.entity_id
             where incident_visible(r.incident_id, ?1, ?2)
             group by r.state, r.kind
            """;

    private static final String CHECK_UPS =
            "select count(*) from check_up where state = 'DUE' and incident_visible(incident_id, ?1, ?2)";

    private static final String FOUND = """
            select r.incident_id from report r
             where r.terms @> cast(?1 as text[]) and incident_visible(r.incident_id, ?2, ?3)
               and (r.received_at, r.incident_id) < (?4, ?5)
             order by r.received_at desc, r.incident_id desc limit ?6
            """;

    private static final Cursor NEWEST =
            new Cursor(Instant.parse("9999-12-31T23:59:59Z"), UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"));

    private final Reports reports;
    private final Terms terms;
    private final AccessLog accessLog;
    private final Caller caller;
    private final Clock clock;

    Queue(Reports reports, Terms terms, AccessLog accessLog, Caller caller, Clock clock) {
        this.reports = reports;
        this.terms = terms;
        this.accessLog = accessLog;
        this.caller = caller;
        this.clock = clock;
    }

    Uni<CountsView> counts() {
        String entities = caller.entitiesFilter();
        return Transactions.read(() -> Sql.rows(Object[].class, COUNTS, caller.subject(), entities, clock.instant())
                .chain(rows -> Sql.rows(Long.class, CHECK_UPS, caller.subject(), entities)
                        .map(due -> counts(rows, due.getFirst()))));
    }

    /** Newest first. */
    Uni<Page<ReportSummary>> search(String text, int limit, Optional<Cursor> after) {
        Cursor from = after.orElse(NEWEST);
        return Transactions.run(() -> terms.ready()
                .chain(() -> found(text, limit, from))
                .map(rows -> Page.of(
                        rows, limit, Function.identity(), last -> new Cursor(last.receivedAt(), last.incidentId())))
                .call(page -> accessLog.list(
                        "search-reports",
                        "text=given",
                        page.items().stream().map(ReportSummary::incidentId).toList())));
    }

    /** Without a word in the text nothing is found, instead of everything. */
    private Uni<List<ReportSummary>> found(String text, int limit, Cursor from) {
        String[] words = terms.of(text);
        return words.length == 0
                ? Uni.createFrom().item(List.of())
                : Sql.rows(
                                UUID.class,
                                FOUND,
                                words,
                                caller.subject(),
                                caller.entitiesFilter(),
                                from.at(),
                                from.id(),
                                limit + 1)
                        .chain(reports::summaries);
    }

    private static CountsView counts(List<Object[]> rows, long checkUpsDue) {
        Map<ReportState, Long> byState = new EnumMap<>(ReportState.class);
        Map<ReportKind, Long> openByKind = new EnumMap<>(ReportKind.class);
        long[] sums = new long[5];
        for (Object[] row : rows) {
            ReportState state = ReportState.valueOf((String) row[0]);
            long count = number(row[2]);
            sums[0] += count;
            byState.merge(state, count, Long::sum);
            if (state != ReportState.CLOSED) {
                openByKind.merge(ReportKind.valueOf((String) row[1]), count, Long::sum);
                for (int i = 1; i < 4; i++) {
                    sums[i] += number(row[i + 2]);
                }
            }
            if (state == ReportState.RECEIVED || state == ReportState.UNDER_INVESTIGATION) {
                sums[4] += number(row[6]);
            }
        }
        return new CountsView(sums[0], byState, openByKind, sums[1], sums[2], sums[3], sums[4], checkUpsDue);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
