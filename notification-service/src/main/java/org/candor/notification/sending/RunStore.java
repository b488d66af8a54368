package org.candor.notification.sending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.NoticeMethod;
import org.candor.kit.data.Sql;
import org.candor.kit.time.Ids;
import org.candor.notification.clearance.decision.Clearing;
import org.candor.notification.clearance.decision.Verdict;

/** Runs as rows. Call inside a transaction. */
@ApplicationScoped
class RunStore {

    /** What of a run others have not been told yet. */
    record Untold(NoticeMethod method, long count, LocalDate first, LocalDate last) {}

    /** A person who is to get a notice, and in which language he reads. */
    record Pending(UUID id, String language) {}

    /** In the order of the index: the next few of a million are found without sorting the rest. */
    private static final String WITHOUT_NOTICE = """
            select p.id, p.language from person p
             where p.incident_id = ?1 and p.state = 'PENDING' and p.method = ?2
               and not exists (select 1 from notice n where n.person_id = p.id and n.state not in ('FAILED', 'RETURNED'))
             order by p.id limit ?3
            """;

    private static final String UNTOLD = """
            select n.method, count(*) - case n.method when 'EMAIL' then r.told_email else r.told_mail end,
                   min(n.sent_on), max(n.sent_on)
              from notice n join run r on r.id = n.run_id
             where n.run_id = ?1 and n.state in ('SENT', 'RETURNED')
             group by n.method, r.told_email, r.told_mail order by n.method
            """;

    /** Condition on a run {@code r} under which something may leave: {@code ?2} to {@code ?3} is how old a clearance may be. */
    static final String CLEARED =
            " r.state = 'RUNNING' and r.waiting_for = '' and r.cleared_at > ?2 and r.cleared_at <= ?3";

    private final Clock clock;
    private final Ids ids;

    RunStore(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    Uni<UUID> start(UUID incidentId, String actor) {
        UUID id = ids.next();
        Instant now = clock.instant();
        return Sql.update(
                        "insert into run (id, incident_id, state, started_by, started_at, lease_until, version)"
                                + " values (?1, ?2, 'RUNNING', ?3, ?4, ?4, 0)",
                        id,
                        incidentId,
                        actor,
                        now)
                // What an earlier run could not deliver goes on in this one.
                .chain(() -> Sql.update(
                        "update notice set run_id = ?2 where incident_id = ?1 and state = 'WAITING'", incidentId, id))
                .replaceWith(id);
    }

    /** A run that nobody works on, leased to the caller. */
    Uni<Optional<Lease>> claim(Instant until) {
        return Sql.rows(
                        Object[].class,
                        "select id, incident_id, started_by from run where state = 'RUNNING' and lease_until <= ?1"
                                + " order by lease_until limit 1 for update skip locked",
                        clock.instant())
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(Optional.<Lease>empty())
                        : claim(
                                new Lease((UUID) rows.getFirst()[0], (UUID) rows.getFirst()[1], (String)
                                        rows.getFirst()[2]),
                                until));
    }

    private Uni<Optional<Lease>> claim(Lease lease, Instant until) {
        // E-mails that were on their way when the last worker fell silent may have arrived: they go again, and say so.
        return Sql.update(
                        "update notice set state = 'WAITING', possible_duplicate = true, next_try_at = ?2"
                                + " where run_id = ?1 and method = 'EMAIL' and state = 'IN_FLIGHT'",
                        lease.runId(),
                        clock.instant())
                .chain(() -> lease(lease.runId(), until))
                .replaceWith(Optional.of(lease));
    }

    Uni<Integer> lease(UUID runId, Instant until) {
        return Sql.update("update run set lease_until = ?2 where id = ?1 and state = 'RUNNING'", runId, until);
    }

    /** True while a batch of this run may leave. */
    Uni<Boolean> cleared(UUID runId) {
        Instant now = clock.instant();
        return Sql.rows(
                        UUID.class,
                        "select r.id from run r where r.id = ?1 and" + CLEARED,
                        runId,
                        Clearing.freshSince(now),
                        now)
                .map(found -> !found.isEmpty());
    }

    /** @param asked when the question was put */
    Uni<Integer> clear(UUID runId, Instant asked) {
        return Sql.update(
                "update run set cleared_at = ?2, waiting_for = '', held_until = null where id = ?1", runId, asked);
    }

    /** Nothing leaves; after {@code next} somebody asks again. */
    Uni<Integer> waits(UUID runId, Verdict.Wait wait, Instant next) {
        return Sql.update(
                "update run set cleared_at = null, waiting_for = ?2, held_until = cast(nullif(?3, '') as date),"
                        + " lease_until = ?4 where id = ?1 and state = 'RUNNING'",
                runId,
                wait.cause().name(),
                wait.until().map(LocalDate::toString).orElse(""),
                next);
    }

    Uni<Integer> end(UUID runId) {
        return Sql.update(
                "update run set state = 'COMPLETED', waiting_for = '', held_until = null, finished_at = ?2 where id = ?1",
                runId,
                clock.instant());
    }

    Uni<List<Pending>> people(UUID incidentId, NoticeMethod method, int most) {
        return Sql.rows(Object[].class, WITHOUT_NOTICE, incidentId, method.name(), most)
                .map(rows -> rows.stream()
                        .map(row -> new Pending((UUID) row[0], (String) row[1]))
                        .toList());
    }

    /** What was sent since the last call, by method; from now on it counts as told. */
    Uni<List<Untold>> tell(UUID runId) {
        return Sql.rows(Object[].class, UNTOLD, runId)
                .map(rows -> rows.stream()
                        .map(row -> new Untold(
                                NoticeMethod.valueOf((String) row[0]),
                                ((Number) row[1]).longValue(),
                                (LocalDate) row[2],
                                (LocalDate) row[3]))
                        .filter(untold -> untold.count() > 0)
                        .toList())
                .call(untold -> Sql.update(
                        "update run set told_mail = told_mail + ?2, told_email = told_email + ?3 where id = ?1",
                        runId,
                        count(untold, NoticeMethod.FIRST_CLASS_MAIL),
                        count(untold, NoticeMethod.EMAIL)));
    }

    private static long count(List<Untold> untold, NoticeMethod method) {
        return untold.stream()
                .filter(one -> one.method() == method)
                .mapToLong(Untold::count)
                .sum();
    }
}
