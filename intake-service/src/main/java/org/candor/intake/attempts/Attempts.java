package org.candor.intake.attempts;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.candor.intake.IntakeProblem;
import org.candor.intake.attempts.ImportView.Result;
import org.candor.intake.attempts.ImportView.RowView;
import org.candor.intake.attempts.decision.AttemptRow;
import org.candor.intake.attempts.decision.AttemptRow.Refused;
import org.candor.intake.attempts.decision.AttemptRow.Taken;
import org.candor.intake.directory.Directory;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;

/** Keeps attempted access. The same file again changes nothing; a newer count of a day replaces the older one. */
@ApplicationScoped
class Attempts {

    private static final String KNOWN = """
            select a.source, cast(a.day as text), a.system, a.attempts
              from attempted_access a
              join unnest(cast(?2 as text[]), cast(?3 as text[])) as given(source, day)
                on given.source = a.source and cast(given.day as date) = a.day
             where a.entity_id = ?1
             order by a.source, a.day
            """;

    /** In one order, so that two imports of the same rows wait for each other instead of blocking each other. */
    private static final String PUT = """
            insert into attempted_access as a (entity_id, source, day, system, attempts, imported_at, imported_by)
            select ?1, given.source, cast(given.day as date), given.system, cast(given.attempts as bigint), ?6, ?7
              from unnest(cast(?2 as text[]), cast(?3 as text[]), cast(?4 as text[]), cast(?5 as text[]))
                   as given(source, day, system, attempts)
             order by given.source, given.day
            on conflict (entity_id, source, day) do update
               set system = excluded.system, attempts = excluded.attempts, imported_at = excluded.imported_at,
                   imported_by = excluded.imported_by
             where (a.system, a.attempts) is distinct from (excluded.system, excluded.attempts)
            """;

    private static final String PAGE = """
            select attempt_id, entity_id, source, day, system, attempts, imported_at from attempted_access
             where entity_id = ?1 and day >= ?2 and (day, attempt_id) < (?3, ?4)
             order by day desc, attempt_id desc limit ?5
            """;

    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final Directory directory;
    private final AccessLog accessLog;
    private final Caller caller;
    private final Workers workers;
    private final Clock clock;

    Attempts(Directory directory, AccessLog accessLog, Caller caller, Workers workers, Clock clock) {
        this.directory = directory;
        this.accessLog = accessLog;
        this.caller = caller;
        this.workers = workers;
        this.clock = clock;
    }

    /**
     * Takes what the reader makes of a file.
     *
     * @param file is read on a worker, and only for whoever may import for the entity
     */
    Uni<ImportView> take(String entityId, Supplier<List<Map<String, String>>> file) {
        requireGrant(entityId);
        return workers.run(file::get).chain(rows -> take(entityId, rows));
    }

    private Uni<ImportView> take(String entityId, List<Map<String, String>> rows) {
        return Transactions.run(() -> directory
                .now()
                .map(known -> known.officersOf(entityId)
                        .orElseThrow(() ->
                                new Problem(IntakeProblem.UNKNOWN_ENTITY).field("entityId", "not in the directory")))
                .map(entity -> judged(rows, entity.zone()))
                .chain(judged -> keep(entityId, judged))
                .call(() -> accessLog.list("import-attempted-access", "entityId=" + entityId, List.of())));
    }

    /** Newest day first. */
    Uni<Page<AttemptView>> page(String entityId, LocalDate since, int limit, Optional<Cursor> after) {
        requireGrant(entityId);
        LocalDate day = after.map(cursor -> LocalDate.ofInstant(cursor.at(), ZoneOffset.UTC))
                .orElse(LATEST);
        return Transactions.run(() -> Sql.rows(
                        Object[].class,
                        PAGE,
                        entityId,
                        since == null ? EARLIEST : since,
                        day,
                        after.map(Cursor::id).orElse(LAST),
                        limit + 1)
                .map(rows -> Page.of(rows, limit, Attempts::view, Attempts::cursor))
                .call(() -> accessLog.list("list-attempted-access", "entityId=" + entityId, List.of())));
    }

    /** A second row for the same source and day would replace the first without a word. */
    private List<AttemptRow> judged(List<Map<String, String>> rows, ZoneId zone) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        Set<Taken.Key> seen = new HashSet<>();
        return rows.stream()
                .map(row -> AttemptRow.of(row, today))
                .map(row -> row instanceof Taken taken && !seen.add(taken.key())
                        ? new Refused(AttemptRow.SOURCE, "a second row for the same source and day")
                        : row)
                .toList();
    }

    private Uni<ImportView> keep(String entityId, List<AttemptRow> rows) {
        List<Taken> taken = rows.stream()
                .filter(Taken.class::isInstance)
                .map(Taken.class::cast)
                .toList();
        String[] sources = column(taken, Taken::source);
        String[] days = column(taken, row -> row.day().toString());
        String[] systems = column(taken, Taken::system);
        String[] attempts = column(taken, row -> Long.toString(row.attempts()));
        return Sql.rows(Object[].class, KNOWN, entityId, sources, days)
                .map(Attempts::byKey)
                .call(() ->
                        Sql.update(PUT, entityId, sources, days, systems, attempts, clock.instant(), caller.subject()))
                .map(known -> ImportView.of(results(rows, known)));
    }

    private static List<RowView> results(List<AttemptRow> rows, Map<Taken.Key, Taken> known) {
        List<RowView> results = new ArrayList<>();
        for (AttemptRow row : rows) {
            long number = results.size() + 1L;
            results.add(
                    switch (row) {
                        case Taken taken -> new RowView(number, result(taken, known.get(taken.key())), null, null);
                        case Refused refused -> new RowView(number, Result.REFUSED, refused.column(), refused.why());
                    });
        }
        return results;
    }

    private static Result result(Taken taken, Taken before) {
        if (before == null) {
            return Result.CREATED;
        }
        return before.equals(taken) ? Result.UNCHANGED : Result.UPDATED;
    }

    private static Map<Taken.Key, Taken> byKey(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new Taken(
                        (String) row[0],
                        LocalDate.parse((String) row[1]),
                        (String) row[2],
                        ((Number) row[3]).longValue()))
                .collect(Collectors.toMap(Taken::key, Function.identity()));
    }

    private static String[] column(List<Taken> rows, Function<Taken, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static AttemptView view(Object[] row) {
        return new AttemptView(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (LocalDate) row[3],
                (String) row[4],
                ((Number) row[5]).longValue(),
                row[6] instanceof OffsetDateTime time ? time.toInstant() : (Instant) row[6]);
    }

    private static Cursor cursor(Object[] row) {
        return new Cursor(((LocalDate) row[3]).atStartOfDay(ZoneOffset.UTC).toInstant(), (UUID) row[0]);
    }

    private void requireGrant(String entityId) {
        if (!caller.mayActFor(entityId)) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
    }
}
