package org.candor.notification.sending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.time.Ids;
import org.candor.notification.clearance.decision.Clearing;
import org.candor.notification.roster.Ways;
import org.candor.notification.roster.decision.WayOfNotice;

/** Notices by e-mail and their attempts as rows. Call inside a transaction. */
@ApplicationScoped
class EmailRows {

    private static final String ADD = """
            insert into notice (id, incident_id, person_id, run_id, method, state, text_id, dated, attempts,
                                possible_duplicate, next_try_at, outcome)
            select r.id, cast(?1 as uuid), r.person, cast(?2 as uuid), 'EMAIL', 'WAITING', r.text,
                   cast(?3 as date), 0, false, cast(?4 as timestamptz), ''
              from json_to_recordset(cast(cast(?5 as text) as json)) as r (id uuid, person uuid, text uuid)
            """;

    /** The people as they are now whose notices may leave now. */
    private static final String TAKE = Job.SELECT
            + " join run r on r.id = n.run_id join campaign c on c.incident_id = n.incident_id"
            + " where r.id = ?1 and" + RunStore.CLEARED
            + " and n.id = any (cast(?4 as uuid[])) and c.version = ?5 and n.state = 'WAITING' order by n.id for update of n, p";

    private static final String NOT_AGREED = """
            insert into email_attempt (notice_id, number, agreement, begun_at, ended_at, outcome)
            values (?1, ?2, 'NOT_AGREED', ?3, ?3, 'NOT_SENT')
            """;

    // One statement each: mails wait for every way to the database and back.
    private static final String BEGUN = """
            with begun as (
            update notice n set state = 'IN_FLIGHT', attempts = n.attempts + 1, text_id = r.text
              from unnest(cast(?1 as uuid[]), cast(?2 as uuid[])) as r (id, text) where n.id = r.id
            returning n.id, n.attempts)
            insert into email_attempt (notice_id, number, agreement, begun_at, outcome)
            select id, attempts, 'AGREED', cast(?3 as timestamptz), 'IN_FLIGHT' from begun
            """;

    private static final String SENT = """
            with sent as (
            update notice set state = 'SENT', sent_at = cast(?2 as timestamptz), sent_on = cast(?3 as date), outcome = ?4
             where id = any (cast(?1 as uuid[]))
            returning id, attempts, person_id
            ), ended as (
            update email_attempt a set ended_at = cast(?2 as timestamptz), outcome = ?4
              from sent where a.notice_id = sent.id and a.number = sent.attempts)
            update person p set state = 'TOLD' from sent where p.id = sent.person_id
            """;

    private final Clock clock;
    private final Ids ids;

    EmailRows(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    Uni<Integer> add(Lease lease, NewNotices notices, LocalDate dated) {
        return Sql.update(ADD, lease.incidentId(), lease.runId(), dated, clock.instant(), notices.json(ids));
    }

    Uni<List<Job>> due(UUID runId, int most) {
        return Sql.rows(
                        Object[].class,
                        Job.SELECT + " where n.run_id = ?1 and n.method = 'EMAIL' and n.state = 'WAITING'"
                                + " and n.next_try_at <= ?3 order by n.next_try_at, n.id limit ?2",
                        runId,
                        most,
                        clock.instant())
                .map(Job::of);
    }

    Uni<Optional<Instant>> nextAt(UUID runId) {
        return Sql.rows(
                        Instant.class,
                        "select next_try_at from notice where run_id = ?1 and state = 'WAITING' order by next_try_at limit 1",
                        runId)
                .map(rows -> rows.stream().findFirst());
    }

    /** Those of the jobs, with their people locked, that may leave in this moment. */
    Uni<List<Job>> take(Lease lease, List<Job> jobs, long campaignVersion) {
        Instant now = clock.instant();
        return Sql.rows(
                        Object[].class,
                        TAKE,
                        lease.runId(),
                        Clearing.freshSince(now),
                        now,
                        notices(jobs),
                        campaignVersion)
                .map(Job::of);
    }

    /** From here on the mails may have arrived, each in its version of the text. */
    Uni<Integer> begun(List<Job> jobs, List<UUID> textIds) {
        return Sql.update(BEGUN, notices(jobs), textIds.toArray(UUID[]::new), clock.instant());
    }

    Uni<Integer> sent(List<Job> jobs, LocalDate on, String outcome) {
        return Sql.update(SENT, notices(jobs), clock.instant(), on, outcome);
    }

    private static UUID[] notices(List<Job> jobs) {
        return jobs.stream().map(Job::noticeId).toArray(UUID[]::new);
    }

    Uni<Integer> putOff(Job job, boolean uncertain, Instant next, String outcome) {
        return Sql.update(
                        "update notice set state = 'WAITING', possible_duplicate = possible_duplicate or ?2,"
                                + " next_try_at = ?3, outcome = ?4 where id = ?1",
                        job.noticeId(),
                        uncertain,
                        next,
                        outcome)
                .chain(() -> ended(job, outcome));
    }

    /** The server will never take it: the person is told in another way. */
    Uni<Integer> refused(Job job, WayOfNotice.Decision way) {
        return ended(job, "REFUSED").chain(() -> failed(job, "REFUSED", way));
    }

    /** He does not agree any more, or the rules say otherwise now: nothing is sent, and that is kept, too. */
    Uni<Integer> notAgreed(Job job, WayOfNotice.Decision way) {
        return Sql.update(NOT_AGREED, job.noticeId(), job.attempts() + 1, clock.instant())
                .chain(() -> failed(job, "NOT_AGREED", way));
    }

    private static Uni<Integer> failed(Job job, String outcome, WayOfNotice.Decision way) {
        return Sql.update("update notice set state = 'FAILED', outcome = ?2 where id = ?1", job.noticeId(), outcome)
                .chain(() -> Sql.update(
                        "update person set method = ?2, reason = ?3, state = ?4 where id = ?1",
                        job.personId(),
                        way.method().name(),
                        way.reason().name(),
                        Ways.state(way)));
    }

    private Uni<Integer> ended(Job job, String outcome) {
        return Sql.update(
                "update email_attempt set ended_at = ?3, outcome = ?4 where notice_id = ?1 and number = ?2",
                job.noticeId(),
                job.attempts() + 1,
                clock.instant(),
                outcome);
    }
}
