package org.candor.notification.posting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.notification.posting.decision.Posting;

/** The postings. Call inside a session. */
@ApplicationScoped
class PostingStore {

    private static final String COLUMNS = """
            select slug, incident_id, english_id, spanish_id, toll_free, started_on, state, up_since, days_counted, held_until,
                   ended_on, stands_deadline, stands_met, version
              from posting
            """;

    private static final String ADD = """
            insert into posting (slug, incident_id, english_id, spanish_id, toll_free, started_on, keep_through, published_at,
                                 published_by, state, up_since, days_counted, stands_deadline, stands_met, version)
            select ?1, cast(?2 as uuid), cast(?3 as uuid), nullif(cast(?4 as uuid), cast(?3 as uuid)), ?5,
                   cast(?6 as date), cast(?7 as date), cast(?8 as timestamptz), ?9, 'UP', cast(?6 as date), 0,
                   cast(?10 as uuid), false, 1
            """;

    private static final String PUT = """
            update posting
               set state = ?2, up_since = nullif(cast(?3 as date), date '0001-01-01'), days_counted = ?4,
                   held_until = nullif(cast(?5 as date), date '0001-01-01'),
                   keep_through = nullif(cast(?6 as date), date '0001-01-01'),
                   ended_on = nullif(cast(?7 as date), date '0001-01-01'), stands_met = ?8, version = version + 1
             where slug = ?1
            """;

    private static final LocalDate NONE = LocalDate.of(1, 1, 1);

    /** @param spanishId the same as the English one where there is none */
    Uni<Integer> add(PostingRecord record, UUID spanishId, Instant at, String by) {
        LocalDate keepThrough = Posting.Up.first(record.startedOn()).keepThrough();
        return Sql.update(
                ADD,
                record.slug(),
                record.incidentId(),
                record.englishId(),
                spanishId,
                record.tollFree(),
                record.startedOn(),
                keepThrough,
                at,
                by,
                record.standsDeadline());
    }

    Uni<Integer> put(PostingRecord record, boolean standsMet) {
        return switch (record.posting()) {
            case Posting.Up up ->
                put(record, "UP", up.since(), up.daysBefore(), NONE, up.keepThrough(), NONE, standsMet);
            case Posting.Down down ->
                put(record, "DOWN", NONE, down.daysCounted(), down.heldUntil(), NONE, NONE, standsMet);
            case Posting.Ended ended -> put(record, "ENDED", NONE, Posting.DAYS, NONE, NONE, ended.on(), standsMet);
        };
    }

    Uni<Optional<PostingRecord>> of(UUID incidentId) {
        return find("where incident_id = ?1", incidentId);
    }

    Uni<Optional<PostingRecord>> locked(UUID incidentId) {
        return find("where incident_id = ?1 for update", incidentId);
    }

    Uni<Optional<PostingRecord>> named(String slug) {
        return find("where slug = ?1", slug);
    }

    /** Postings that a passing day may change: down under a hold that ends, or up with their days full. */
    Uni<List<UUID>> changing() {
        return Sql.rows(
                UUID.class,
                "select incident_id from posting where state = 'DOWN' or (state = 'UP' and not stands_met)"
                        + " order by incident_id");
    }

    private static Uni<Integer> put(
            PostingRecord record,
            String state,
            LocalDate upSince,
            int days,
            LocalDate heldUntil,
            LocalDate keepThrough,
            LocalDate endedOn,
            boolean standsMet) {
        return Sql.update(PUT, record.slug(), state, upSince, days, heldUntil, keepThrough, endedOn, standsMet);
    }

    private static Uni<Optional<PostingRecord>> find(String condition, Object value) {
        return Sql.rows(Object[].class, COLUMNS + condition, value)
                .map(rows -> rows.stream().findFirst().map(PostingStore::read));
    }

    private static PostingRecord read(Object[] row) {
        return new PostingRecord(
                (String) row[0],
                (UUID) row[1],
                (UUID) row[2],
                (UUID) row[3],
                (String) row[4],
                (LocalDate) row[5],
                posting(row),
                (UUID) row[11],
                (Boolean) row[12],
                ((Number) row[13]).longValue());
    }

    private static Posting posting(Object[] row) {
        int days = ((Number) row[8]).intValue();
        return switch ((String) row[6]) {
            case "UP" -> new Posting.Up((LocalDate) row[7], days);
            case "DOWN" -> new Posting.Down(days, (LocalDate) row[9]);
            default -> new Posting.Ended((LocalDate) row[10]);
        };
    }
}
