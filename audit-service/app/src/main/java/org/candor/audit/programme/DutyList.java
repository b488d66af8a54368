package org.candor.audit.programme;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.programme.Rounds.Round;
import org.candor.audit.retention.decision.RetentionRule;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.identity.Caller;
import org.candor.kit.web.Cursor;

/** What is due, and the log of what was done, for whoever asks. Each reading is recorded before it is answered. */
@ApplicationScoped
class DutyList {

    private static final int ALL = 100_000;
    private static final Cursor FIRST = new Cursor(Instant.EPOCH, new UUID(0, 0));

    private static final String PAGE = "select " + DutyRow.COLUMNS + """
            , t.today from programme.register d left join entity_zone z on z.entity_id = d.entity_id,
                   lateral (select cast(cast(?5 as timestamptz) at time zone coalesce(z.time_zone, 'UTC') as date) as today) t
             where""" + Duties.VISIBLE + """
               and (?6 = '' or d.kind = ?6) and (?7 = '' or d.department = ?7) and (?8 = '' or d.role = ?8)
               and (?9 = '' or d.person = ?9) and (?10 = '' or d.parent_id = cast(nullif(?10, '') as uuid))
               and (?11 = 'ALL' or d.state = ?11)
               and (?12 = '' or ?12 = 'LATE' and d.due_on < t.today
                    or ?12 = 'THIS_MONTH' and date_trunc('month', d.due_on) = date_trunc('month', t.today))
               and d.due_on <= ?13 and (d.due_on, d.duty_id) > (?14, ?15)
             order by d.due_on, d.duty_id limit ?16
            """;

    private final Rounds rounds;
    private final Kinds kinds;
    private final Caller caller;
    private final AccessLog accessLog;
    private final Workers workers;
    private final RetentionRule rule;
    private final Clock clock;

    DutyList(
            Rounds rounds,
            Kinds kinds,
            Caller caller,
            AccessLog accessLog,
            Workers workers,
            RetentionRule rule,
            Clock clock) {
        this.rounds = rounds;
        this.kinds = kinds;
        this.caller = caller;
        this.accessLog = accessLog;
        this.workers = workers;
        this.rule = rule;
        this.clock = clock;
    }

    /** Up to {@code limit + 1}, what falls due first before the rest. */
    Uni<List<DutyView>> page(DutyQuery query, Optional<Cursor> after, int limit) {
        return read("list-duties", query, after, limit);
    }

    Uni<String> csv(DutyQuery query) {
        return read("export-duties", query, Optional.empty(), ALL).chain(all -> workers.run(() -> DutyReport.csv(all)));
    }

    /** Up to {@code limit + 1} of what was done, newest first. */
    Uni<List<Round>> log(String kind, String department, Optional<Cursor> after, int limit) {
        return Transactions.run(() -> rounds.log(Reader.of(caller), kind, department, after, limit)
                .call(() -> accessLog.list("list-duty-log", "kind=" + kind + "&department=" + department, List.of())));
    }

    static Cursor cursor(DutyView duty) {
        return new Cursor(duty.dueOn().atStartOfDay(ZoneOffset.UTC).toInstant(), duty.dutyId());
    }

    private Uni<List<DutyView>> read(String action, DutyQuery query, Optional<Cursor> after, int limit) {
        return Transactions.run(() -> rows(query, after.orElse(FIRST), limit)
                .call(found -> accessLog.list(
                        action,
                        query.recorded(),
                        found.stream()
                                .map(DutyView::incidentId)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())));
    }

    private Uni<List<DutyView>> rows(DutyQuery query, Cursor after, int limit) {
        Reader reader = Reader.of(caller);
        return reader.rows(
                        PAGE,
                        clock.instant(),
                        query.kind,
                        query.department,
                        query.roleName(),
                        query.person,
                        query.parent(),
                        query.state.name(),
                        query.whenName(),
                        query.lastDay(),
                        LocalDate.ofInstant(after.at(), ZoneOffset.UTC),
                        after.id(),
                        limit + 1)
                .map(rows -> rows.stream().map(this::view).toList());
    }

    private DutyView view(Object[] row) {
        DutyRow duty = DutyRow.of(Arrays.copyOf(row, row.length - 1));
        return DutyView.inList(duty, kinds.of(duty.kind()), (LocalDate) row[row.length - 1], rule);
    }
}
