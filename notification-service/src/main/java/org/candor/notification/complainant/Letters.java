package org.candor.notification.complainant;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.time.Ids;
import org.candor.notification.mail.MailSender;

/** The rows of letters to complainants: one per incident and kind. Call inside a session. */
@ApplicationScoped
class Letters {

    /** Longer than all that is done for one letter, a turn and the mail timeout in it: no other replica begins with it meanwhile. */
    private static final Duration FIRST = Duration.ofMinutes(2);

    private static final Duration LONGEST = Duration.ofMinutes(30);

    private static final String ADD = """
            insert into complainant_letter (id, incident_id, entity_id, kind, state, way, attempts, possible_duplicate, next_try_at,
                                            created_at)
            values (?1, ?2, ?3, ?4, ?5, '', 0, false, ?6, ?6)
            on conflict (incident_id, kind) do nothing
            """;

    private static final String KNOWN = """
            select count(*) from complainant_letter where incident_id = ?1 and kind = 'ACKNOWLEDGEMENT'
            """;

    private static final String ADDRESS = """
            update complainant_letter set state = ?2, next_try_at = ?3
             where incident_id = ?1 and kind = 'ANSWER' and state = 'NO_CONTACT'
            """;

    private static final String COLUMNS =
            "select id, incident_id, entity_id, kind, state, way, sealed, attempts from complainant_letter";

    private static final String DUE = COLUMNS + """
             where state in ('WAITING', 'SEALED', 'LEAVING', 'IN_FLIGHT') and next_try_at <= cast(?1 as timestamptz)
             order by next_try_at limit 1 for update skip locked
            """;

    /** What was on its way by e-mail when its replica ended may have arrived. */
    private static final String CLAIM = """
            update complainant_letter
               set attempts = attempts + 1, next_try_at = ?2, possible_duplicate = possible_duplicate or state = 'IN_FLIGHT'
             where id = ?1
            """;

    private static final String SEAL = """
            update complainant_letter set state = 'SEALED', way = ?2, sealed = ?3, sha256 = ?4
             where id = ?1 and state = 'WAITING'
            """;

    private static final String STATE = """
            update complainant_letter
               set state = ?2, possible_duplicate = possible_duplicate or ?3,
                   sent_at = case when ?2 = 'SENT' then cast(?4 as timestamptz) end
             where id = ?1 and state not in ('SENT', 'CANCELLED')
            """;

    private static final String OF_INCIDENT = """
            select id, kind, state, way, sha256, attempts, possible_duplicate, created_at, sent_at
              from complainant_letter where incident_id = ?1 order by created_at, kind
            """;

    private final Ids ids;
    private final Clock clock;

    Letters(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    Uni<Integer> add(UUID incidentId, String entityId, Letter.Kind kind, String state) {
        return Sql.update(ADD, ids.next(), incidentId, entityId, kind.name(), state, clock.instant());
    }

    /** True where he gave a name and wants his letters by post or e-mail. */
    Uni<Boolean> isAddressed(UUID incidentId) {
        return Sql.rows(Long.class, KNOWN, incidentId).map(rows -> rows.getFirst() > 0);
    }

    /** The answer was told of before the contact. */
    Uni<Integer> addressed(UUID incidentId, String state) {
        return Sql.update(ADDRESS, incidentId, state, clock.instant());
    }

    /** The next letter to be worked at; it is put off before it is begun, so that a crash makes it late and never lost. */
    Uni<Optional<Letter>> claim() {
        Instant now = clock.instant();
        return Sql.rows(Object[].class, DUE, now).chain(rows -> {
            if (rows.isEmpty()) {
                return Uni.createFrom().item(Optional.empty());
            }
            Object[] row = rows.getFirst();
            Instant next = now.plus(MailSender.pause(((Number) row[7]).intValue() + 1, FIRST, LONGEST));
            return Sql.update(CLAIM, row[0], next).replaceWith(Optional.of(letter(row)));
        });
    }

    Uni<Optional<Letter>> find(UUID id) {
        return Sql.rows(Object[].class, COLUMNS + " where id = ?1", id)
                .map(rows -> rows.stream().findFirst().map(Letters::letter));
    }

    private static Letter letter(Object[] row) {
        return new Letter(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                Letter.Kind.valueOf((String) row[3]),
                (String) row[4],
                (String) row[5],
                (byte[]) row[6]);
    }

    Uni<Integer> seal(UUID id, String way, byte[] sealed, byte[] sha256) {
        return Sql.update(SEAL, id, way, sealed, sha256);
    }

    Uni<Integer> state(UUID id, String state, boolean possibleDuplicate) {
        return Sql.update(STATE, id, state, possibleDuplicate, clock.instant());
    }

    Uni<List<LetterView>> of(UUID incidentId) {
        return Sql.rows(Object[].class, OF_INCIDENT, incidentId)
                .map(rows -> rows.stream().map(Letters::view).toList());
    }

    private static LetterView view(Object[] row) {
        String way = (String) row[3];
        return new LetterView(
                (UUID) row[0],
                Letter.Kind.valueOf((String) row[1]),
                (String) row[2],
                way.isEmpty() ? null : way,
                row[4] == null ? null : HexFormat.of().formatHex((byte[]) row[4]),
                ((Number) row[5]).intValue(),
                (Boolean) row[6],
                instant(row[7]),
                instant(row[8]));
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
