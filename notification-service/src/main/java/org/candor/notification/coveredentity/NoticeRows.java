package org.candor.notification.coveredentity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.notification.Hashes;
import org.candor.notification.mail.MailSender;

/** Notices to covered entities as rows. Call inside a session. */
@ApplicationScoped
class NoticeRows {

    static final String DOCUMENT = "covered_entity_notice.document";
    static final String MAIL = "covered_entity_notice.mail";

    /** Longer than all that is done for one notice, a turn and the mail timeout in it: no other replica begins with it meanwhile. */
    private static final Duration FIRST = Duration.ofMinutes(2);

    private static final Duration LONGEST = Duration.ofMinutes(30);

    private static final UUID NO_LIST = new UUID(0, 0);
    private static final LocalDate NO_DAY = LocalDate.of(1, 1, 1);
    private static final byte[] NO_MAIL = {};

    private static final String ADD = """
            insert into covered_entity_notice (id, affected_id, incident_id, number, way, state, text_id, list_id, waiting_for, document,
                                               mail, sha256, reference, told_on, attempts, possible_duplicate, next_try_at, created_at,
                                               created_by)
            select cast(?1 as uuid), cast(?2 as uuid), cast(?3 as uuid), cast(?4 as int), cast(?5 as text), cast(?6 as text),
                   cast(?7 as uuid), nullif(cast(?8 as uuid), '00000000-0000-0000-0000-000000000000'), '', cast(?9 as bytea),
                   nullif(cast(?10 as bytea), cast('' as bytea)), cast(?11 as bytea), cast(?12 as text),
                   nullif(cast(?13 as date), '0001-01-01'), 0, false, cast(?14 as timestamptz), cast(?14 as timestamptz),
                   cast(?15 as text)
            on conflict (affected_id, number) do nothing
            """;

    private static final String FIND = """
            select n.id, n.affected_id, n.number, n.way, n.state, n.waiting_for, n.told_on, n.reference, l.number as list, n.sha256,
                   n.possible_duplicate, n.text_id, n.list_id
              from covered_entity_notice n left join covered_entity_list l on l.id = n.list_id
             where n.incident_id = ?1 order by n.number
            """;

    private static final String DUE = """
            select n.id, n.affected_id, n.incident_id, c.entity_id, n.number, n.way, n.state, n.document, n.mail, n.attempts,
                   n.created_by
              from covered_entity_notice n join campaign c on c.incident_id = n.incident_id
             where n.state in ('SEALED', 'LEAVING', 'IN_FLIGHT') and n.next_try_at <= cast(?1 as timestamptz)
             order by n.next_try_at limit 1 for update of n skip locked
            """;

    /** What was on its way by e-mail when its replica ended may have arrived. */
    private static final String CLAIM = """
            update covered_entity_notice
               set attempts = attempts + 1, next_try_at = ?2, possible_duplicate = possible_duplicate or state = 'IN_FLIGHT'
             where id = ?1
            """;

    private static final String STATE = """
            update covered_entity_notice
               set state = ?2, possible_duplicate = possible_duplicate or ?3, waiting_for = ''
             where id = ?1 and state <> 'SENT'
            """;

    private static final String SENT = """
            update covered_entity_notice set state = 'SENT', told_on = ?2, waiting_for = '' where id = ?1 and state <> 'SENT'
            """;

    private static final String WAITS =
            "update covered_entity_notice set waiting_for = ?2, next_try_at = ?3 where id = ?1 and state = 'SEALED'";

    /** A notice as it is frozen; of a letter and of what was handed over there is no mail. */
    record Frozen(
            UUID id,
            UUID affectedId,
            int number,
            NoticeRequest.Way way,
            UUID textId,
            Optional<UUID> listId,
            byte[] document,
            Optional<byte[]> mail,
            byte[] sha256,
            String reference,
            Optional<LocalDate> toldOn,
            String actor) {}

    /** A notice on its way, still sealed. */
    record OnItsWay(
            UUID id,
            UUID affectedId,
            UUID incidentId,
            String entityId,
            int number,
            NoticeRequest.Way way,
            String state,
            byte[] document,
            byte[] mail,
            String actor) {}

    /** A notice, whose it is, and with which words and list. */
    record Of(UUID affectedId, UUID textId, Optional<UUID> listId, CoveredEntityView.Notice notice) {}

    private final Clock clock;

    NoticeRows(Clock clock) {
        this.clock = clock;
    }

    /** 0 where another notice took that number meanwhile. */
    Uni<Integer> add(UUID incidentId, Frozen notice) {
        return Sql.update(
                ADD,
                notice.id(),
                notice.affectedId(),
                incidentId,
                notice.number(),
                notice.way().name(),
                notice.toldOn().isPresent() ? "SENT" : "SEALED",
                notice.textId(),
                notice.listId().orElse(NO_LIST),
                notice.document(),
                notice.mail().orElse(NO_MAIL),
                notice.sha256(),
                notice.reference(),
                notice.toldOn().orElse(NO_DAY),
                clock.instant(),
                notice.actor());
    }

    Uni<List<Of>> all(UUID incidentId) {
        return Sql.rows(Object[].class, FIND, incidentId)
                .map(rows -> rows.stream().map(NoticeRows::of).toList());
    }

    /** The sealed document of one of them. */
    Uni<Optional<byte[]>> document(UUID incidentId, UUID noticeId) {
        return Sql.rows(
                        byte[].class,
                        "select document from covered_entity_notice where incident_id = ?1 and id = ?2",
                        incidentId,
                        noticeId)
                .map(rows -> rows.stream().findFirst());
    }

    /** The next to be worked at; it is put off before it is begun, so that a crash makes it late and never lost. */
    Uni<Optional<OnItsWay>> claim() {
        Instant now = clock.instant();
        return Sql.rows(Object[].class, DUE, now).chain(rows -> {
            if (rows.isEmpty()) {
                return Uni.createFrom().item(Optional.empty());
            }
            Object[] row = rows.getFirst();
            Instant next = now.plus(MailSender.pause(((Number) row[9]).intValue() + 1, FIRST, LONGEST));
            return Sql.update(CLAIM, row[0], next).replaceWith(Optional.of(onItsWay(row)));
        });
    }

    Uni<Integer> state(UUID id, String state, boolean possibleDuplicate) {
        return Sql.update(STATE, id, state, possibleDuplicate);
    }

    /** 1 the first time. */
    Uni<Integer> sent(UUID id, LocalDate on) {
        return Sql.update(SENT, id, on);
    }

    Uni<Integer> waits(UUID id, String cause, Instant until) {
        return Sql.update(WAITS, id, cause, until);
    }

    private static OnItsWay onItsWay(Object[] row) {
        return new OnItsWay(
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                (String) row[3],
                ((Number) row[4]).intValue(),
                NoticeRequest.Way.valueOf((String) row[5]),
                (String) row[6],
                (byte[]) row[7],
                row[8] == null ? NO_MAIL : (byte[]) row[8],
                (String) row[10]);
    }

    private static Of of(Object[] row) {
        String waiting = (String) row[5];
        String reference = (String) row[7];
        return new Of(
                (UUID) row[1],
                (UUID) row[11],
                Optional.ofNullable((UUID) row[12]),
                new CoveredEntityView.Notice(
                        (UUID) row[0],
                        ((Number) row[2]).intValue(),
                        NoticeRequest.Way.valueOf((String) row[3]),
                        (String) row[4],
                        waiting.isEmpty() ? null : waiting,
                        (LocalDate) row[6],
                        reference.isEmpty() ? null : reference,
                        row[8] == null ? null : ((Number) row[8]).intValue(),
                        Hashes.hex((byte[]) row[9]),
                        (Boolean) row[10]));
    }
}
