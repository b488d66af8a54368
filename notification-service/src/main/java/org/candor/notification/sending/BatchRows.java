package org.candor.notification.sending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.outbox.EventJson;
import org.candor.kit.time.Ids;
import org.candor.notification.Hashes;
import org.candor.notification.clearance.decision.Clearing;
import org.candor.notification.post.PostalBatches;

/** Postal batches and their letters as rows. Call inside a transaction. */
@ApplicationScoped
class BatchRows {

    /** @param leaving its folder was about to be renamed, and perhaps was */
    record Batch(UUID id, int number, int letters, boolean leaving) {}

    /** A letter that was made. {@code fields} is what stands in it, sealed. */
    record Written(UUID noticeId, String sha256, byte[] fields) {}

    private static final String EARLIER_TEXT = """
            select exists (select 1 from notice n join notice_text t on t.id = n.text_id
                             join notice_text x on x.incident_id = t.incident_id and x.template = t.template
                              and x.language = t.language and x.state = 'APPROVED' and x.number > t.number
                            where n.batch_id = ?1)
            """;

    private record Row(UUID id, String sha256, String fields) {}

    private record Rows(List<Row> rows) {}

    private final Clock clock;
    private final Ids ids;

    BatchRows(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** The one batch that has not been handed over. */
    Uni<Optional<Batch>> open(UUID incidentId) {
        return Sql.rows(
                        Object[].class,
                        "select id, number, letters, state from postal_batch"
                                + " where incident_id = ?1 and state <> 'HANDED_OVER'",
                        incidentId)
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row ->
                                new Batch((UUID) row[0], number(row[1]), number(row[2]), "LEAVING".equals(row[3]))));
    }

    Uni<Batch> begin(Lease lease) {
        return Sql.update(
                        "insert into postal_batch (id, incident_id, run_id, number, state, folder, letters, opened_at)"
                                + " select cast(?1 as uuid), cast(?2 as uuid), cast(?3 as uuid), count(*) + 1, 'OPEN', '', 0,"
                                + " cast(?4 as timestamptz) from postal_batch where incident_id = ?2",
                        ids.next(),
                        lease.incidentId(),
                        lease.runId(),
                        clock.instant())
                .chain(() -> open(lease.incidentId()))
                .map(Optional::orElseThrow);
    }

    Uni<Integer> add(Lease lease, UUID batchId, NewNotices notices, LocalDate dated) {
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
                notices.json(ids));
    }

    /** True where a letter of the batch has a text of which a newer version is approved in its language. */
    Uni<Boolean> hasEarlierText(UUID batchId) {
        return Sql.rows(Boolean.class, EARLIER_TEXT, batchId).map(List::getFirst);
    }

    /** Letters that were begun and whose file is not known to be written. */
    Uni<List<Job>> unwritten(UUID batchId, int most) {
        return Sql.rows(
                        Object[].class,
                        Job.SELECT + " where n.batch_id = ?1 and n.state = 'IN_FLIGHT' order by n.id limit ?2",
                        batchId,
                        most)
                .map(Job::of);
    }

    Uni<Integer> written(UUID batchId, List<Written> letters) {
        Base64.Encoder base64 = Base64.getEncoder();
        Rows rows = new Rows(letters.stream()
                .map(letter -> new Row(letter.noticeId(), letter.sha256(), base64.encodeToString(letter.fields())))
                .toList());
        return Sql.update(
                        "update notice n set state = 'BATCHED', sha256 = decode(r.sha256, 'hex'),"
                                + " fields = decode(r.fields, 'base64')"
                                + " from json_to_recordset(cast(cast(?1 as text) as json)) as r"
                                + " (id uuid, sha256 text, fields text)"
                                + " where n.id = r.id and n.state = 'IN_FLIGHT'",
                        NewNotices.array(EventJson.write(rows)))
                .chain(changed ->
                        Sql.update("update postal_batch set letters = letters + ?2 where id = ?1", batchId, changed));
    }

    /** These files are not as they were written; they are made again. */
    Uni<Integer> unwrite(UUID batchId, List<UUID> notices) {
        return Sql.update(
                        "update notice set state = 'IN_FLIGHT' where batch_id = ?1 and state = 'BATCHED' and id = any(?2)",
                        batchId,
                        notices.toArray(new UUID[0]))
                .call(changed -> Sql.update(
                        "update postal_batch set letters = letters - ?2, state = 'OPEN' where id = ?1",
                        batchId,
                        changed));
    }

    Uni<List<PostalBatches.Letter>> letters(UUID batchId) {
        return Sql.rows(
                        Object[].class,
                        "select id, sha256 from notice where batch_id = ?1 and state in ('BATCHED', 'SENT') order by id",
                        batchId)
                .map(rows -> rows.stream()
                        .map(row -> new PostalBatches.Letter((UUID) row[0], Hashes.hex((byte[]) row[1])))
                        .toList());
    }

    /**
     * Marks the batch as leaving, when its run is cleared in this moment and the duties are still those that were looked at.
     *
     * @return 1 when it may leave
     */
    Uni<Integer> leaving(Lease lease, UUID batchId, long campaignVersion) {
        Instant now = clock.instant();
        return Sql.update(
                "update postal_batch b set state = 'LEAVING' from run r, campaign c where r.id = ?1 and"
                        + RunStore.CLEARED
                        + " and c.incident_id = r.incident_id and c.version = ?5 and b.id = ?4 and b.state = 'OPEN'",
                lease.runId(),
                Clearing.freshSince(now),
                now,
                batchId,
                campaignVersion);
    }

    /** The rename did not happen. */
    Uni<Integer> stayed(UUID batchId) {
        return Sql.update("update postal_batch set state = 'OPEN' where id = ?1 and state = 'LEAVING'", batchId);
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
                        "update person set state = 'TOLD' where id in"
                                + " (select person_id from notice where batch_id = ?1 and state = 'SENT')",
                        batchId));
    }

    /** Nothing of an open batch has left the house: it is as if it had not been begun. */
    Uni<Integer> discard(UUID batchId) {
        return Sql.update("delete from notice where batch_id = ?1", batchId)
                .chain(() -> Sql.update("delete from postal_batch where id = ?1", batchId));
    }

    /** Of these batches, those that are still there. */
    Uni<List<UUID>> known(List<UUID> batches) {
        return Sql.rows(
                UUID.class, "select id from postal_batch where id = any(?1)", (Object) batches.toArray(new UUID[0]));
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
