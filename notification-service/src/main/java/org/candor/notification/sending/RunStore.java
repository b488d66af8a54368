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
import org.candor.kit.outbox.EventJson;
import org.candor.kit.time.Ids;

/** Runs, batches and notices as rows. Call inside a transaction. */
@ApplicationScoped
class RunStore {

    /** A notice on its way, with the person still sealed. */
    record Job(
            UUID noticeId,
            UUID personId,
            UUID textId,
            LocalDate dated,
            int attempts,
            boolean possibleDuplicate,
            byte[] sealed) {}

    record Batch(UUID id, int number, int letters) {}

    record Totals(NoticeMethod method, long count, LocalDate first, LocalDate last) {}

    private record Ids3(UUID id, UUID person, UUID text) {}

    private record Ids3List(List<Ids3> rows) {}

    private record Hash(UUID id, String sha256) {}

    private record HashList(List<Hash> rows) {}

    private static final String JOBS = """
            select n.id, n.person_id, n.text_id, n.dated, n.attempts, n.possible_duplicate, p.sealed
              from notice n join person p on p.id = n.person_id
            """;

    private static final String WITHOUT_NOTICE = """
            select p.id, p.language from person p
             where p.incident_id = ?1 and p.state = 'PENDING' and p.method = ?2
               and not exists (select 1 from notice n where n.person_id = p.id and n.state <> 'FAILED')
             order by p.row_number, p.id limit ?3
            """;

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
                        "insert into run (id, incident_id, state, started_by, started_at, lease_until, stop_reason, version)"
                                + " values (?1, ?2, 'RUNNING', ?3, ?4, ?4, '', 0)",
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

    Uni<Integer> end(UUID runId, String state, String reason) {
        return Sql.update(
                "update run set state = ?2, stop_reason = ?3, finished_at = ?4 where id = ?1",
                runId,
                state,
                reason,
                clock.instant());
    }

    Uni<List<Object[]>> people(UUID incidentId, NoticeMethod method, int most) {
        return Sql.rows(Object[].class, WITHOUT_NOTICE, incidentId, method.name(), most);
    }

    Uni<Optional<Batch>> openBatch(UUID incidentId) {
        return Sql.rows(
                        Object[].class,
                        "select id, number, letters from postal_batch where incident_id = ?1 and state = 'OPEN'",
                        incidentId)
                .map(rows ->
                        rows.stream().findFirst().map(row -> new Batch((UUID) row[0], number(row[1]), number(row[2]))));
    }

    Uni<Batch> newBatch(Lease lease) {
        UUID id = ids.next();
        return Sql.update(
                        "insert into postal_batch (id, incident_id, run_id, number, state, folder, letters, opened_at)"
                                + " select cast(?1 as uuid), cast(?2 as uuid), cast(?3 as uuid), count(*) + 1, 'OPEN', '', 0,"
                                + " cast(?4 as timestamptz) from postal_batch where incident_id = ?2",
                        id,
                        lease.incidentId(),
                        lease.runId(),
                        clock.instant())
                .chain(() -> openBatch(lease.incidentId()))
                .map(Optional::orElseThrow);
    }

    /** New notices for these people; of letters also the batch. */
    Uni<Integer> addLetters(Lease lease, UUID batchId, List<Person> people, LocalDate dated) {
        return Sql.update(
                "insert into notice (id, incident_id, person_id, run_id, batch_id, method, state, text_id, dated, attempts,"
                        + " possible_duplicate, outcome)"
                        + " select r.id, cast(?1 as uuid), r.person, cast(?2 as uuid), cast(?3 as uuid),"
                        + " 'FIRST_CLASS_MAIL', 'IN_FLIGHT', r.text, cast(?4 as date), 1, false, ''"
                        + " from json_to_recordset(cast(cast(?5 as text) as json)) as r (id uuid, person uuid, text uuid)",
                lease.incidentId(),
                lease.runId(),
                batchId,
                dated,
                rows(people));
    }

    Uni<Integer> addEmails(Lease lease, List<Person> people, LocalDate dated) {
        return Sql.update(
                "insert into notice (id, incident_id, person_id, run_id, method, state, text_id, dated, attempts,"
                        + " possible_duplicate, next_try_at, outcome)"
                        + " select r.id, cast(?1 as uuid), r.person, cast(?2 as uuid), 'EMAIL', 'WAITING', r.text,"
                        + " cast(?3 as date), 0, false, cast(?4 as timestamptz), ''"
                        + " from json_to_recordset(cast(cast(?5 as text) as json)) as r (id uuid, person uuid, text uuid)",
                lease.incidentId(),
                lease.runId(),
                dated,
                clock.instant(),
                rows(people));
    }

    /** Letters that were begun and whose file is not known to be written. */
    Uni<List<Job>> unwrittenLetters(UUID batchId, int most) {
        return jobs(" where n.batch_id = ?1 and n.state = 'IN_FLIGHT' order by n.id limit ?2", batchId, most);
    }

    Uni<List<Job>> dueEmails(UUID runId, int most) {
        return jobs(
                " where n.run_id = ?1 and n.method = 'EMAIL' and n.state = 'WAITING' and n.next_try_at <= ?3"
                        + " order by n.next_try_at, n.id limit ?2",
                runId,
                most,
                clock.instant());
    }

    Uni<Optional<Instant>> nextEmailAt(UUID runId) {
        return Sql.rows(
                        Instant.class,
                        "select next_try_at from notice where run_id = ?1 and state = 'WAITING' order by next_try_at limit 1",
                        runId)
                .map(rows -> rows.stream().findFirst());
    }

    Uni<Integer> written(UUID batchId, List<PostalFolder.Letter> letters) {
        HashList hashes = new HashList(letters.stream()
                .map(letter -> new Hash(letter.noticeId(), letter.sha256()))
                .toList());
        return Sql.update(
                        "update notice n set state = 'BATCHED', sha256 = decode(r.sha256, 'hex')"
                                + " from json_to_recordset(cast(cast(?1 as text) as json)) as r (id uuid, sha256 text)"
                                + " where n.id = r.id and n.state = 'IN_FLIGHT'",
                        array(EventJson.write(hashes)))
                .chain(changed ->
                        Sql.update("update postal_batch set letters = letters + ?2 where id = ?1", batchId, changed));
    }

    Uni<List<PostalFolder.Letter>> lettersOf(UUID batchId) {
        return Sql.rows(
                        Object[].class,
                        "select id, sha256 from notice where batch_id = ?1 and state in ('BATCHED', 'SENT') order by id",
                        batchId)
                .map(rows -> rows.stream()
                        .map(row -> new PostalFolder.Letter((UUID) row[0], PostalFolder.hex((byte[]) row[1])))
                        .toList());
    }

    Uni<Integer> handedOver(UUID batchId, String folder, byte[] manifest, LocalDate on) {
        Instant now = clock.instant();
        return Sql.update(
                        "update postal_batch set state = 'HANDED_OVER', folder = ?2, manifest_sha256 = ?3,"
                                + " handed_over_at = ?4 where id = ?1",
                        batchId,
                        folder,
                        manifest,
                        now)
                .chain(() -> Sql.update(
                        "update notice set state = 'SENT', sent_at = ?2, sent_on = ?3"
                                + " where batch_id = ?1 and state = 'BATCHED'",
                        batchId,
                        now,
                        on))
                .chain(() -> Sql.update(
                        "update person set state = 'TOLD' where id in (select person_id from notice where batch_id = ?1)",
                        batchId));
    }

    /** Nothing of an open batch has left the house: it is as if it had not been begun. */
    Uni<Integer> discard(UUID batchId) {
        return Sql.update("delete from notice where batch_id = ?1", batchId)
                .chain(() -> Sql.update("delete from postal_batch where id = ?1", batchId));
    }

    Uni<Integer> emailBegun(UUID noticeId) {
        return Sql.update(
                "update notice set state = 'IN_FLIGHT', attempts = attempts + 1 where id = ?1 and state = 'WAITING'",
                noticeId);
    }

    Uni<Integer> emailSent(Job job, LocalDate on, String outcome) {
        return Sql.update(
                        "update notice set state = 'SENT', sent_at = ?2, sent_on = ?3, outcome = ?4 where id = ?1",
                        job.noticeId(),
                        clock.instant(),
                        on,
                        outcome)
                .chain(() -> Sql.update("update person set state = 'TOLD' where id = ?1", job.personId()));
    }

    Uni<Integer> emailPutOff(UUID noticeId, boolean uncertain, Instant next, String outcome) {
        return Sql.update(
                "update notice set state = 'WAITING', possible_duplicate = possible_duplicate or ?2, next_try_at = ?3,"
                        + " outcome = ?4 where id = ?1",
                noticeId,
                uncertain,
                next,
                outcome);
    }

    Uni<Integer> emailRefused(Job job, NoticeMethod method, String reason, String state) {
        return Sql.update("update notice set state = 'FAILED', outcome = 'REFUSED' where id = ?1", job.noticeId())
                .chain(() -> Sql.update(
                        "update person set method = ?2, reason = ?3, state = ?4 where id = ?1",
                        job.personId(),
                        method.name(),
                        reason,
                        state));
    }

    Uni<List<Totals>> totals(UUID runId) {
        return Sql.rows(
                        Object[].class,
                        "select method, count(*), min(sent_on), max(sent_on) from notice"
                                + " where run_id = ?1 and state = 'SENT' group by method order by method",
                        runId)
                .map(rows -> rows.stream()
                        .map(row -> new Totals(
                                NoticeMethod.valueOf((String) row[0]),
                                ((Number) row[1]).longValue(),
                                (LocalDate) row[2],
                                (LocalDate) row[3]))
                        .toList());
    }

    /** A person who is to get a notice in that text. */
    record Person(UUID id, UUID textId) {}

    private String rows(List<Person> people) {
        return array(EventJson.write(new Ids3List(people.stream()
                .map(person -> new Ids3(ids.next(), person.id(), person.textId()))
                .toList())));
    }

    private static Uni<List<Job>> jobs(String condition, Object... parameters) {
        return Sql.rows(Object[].class, JOBS + condition, parameters)
                .map(rows -> rows.stream()
                        .map(row -> new Job(
                                (UUID) row[0],
                                (UUID) row[1],
                                (UUID) row[2],
                                (LocalDate) row[3],
                                number(row[4]),
                                (Boolean) row[5],
                                (byte[]) row[6]))
                        .toList());
    }

    private static String array(String json) {
        return json.substring(json.indexOf('['), json.lastIndexOf(']') + 1);
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
