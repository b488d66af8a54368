package org.candor.notification.accounting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Sql;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.EventJson;
import org.candor.notification.accounting.decision.AnswerTime;

/** The requests as they are kept. Call inside a session. */
@ApplicationScoped
class AccountingRows {

    static final String WHO = "accounting_request.sealed";
    static final String ANSWER = "accounting_request.answer";

    static final String COMPLETION = "accounting_completion.answer";

    private static final String INCOMPLETE = """
            accounting_left_out l
             where l.request_id = r.id and l.completed_on is null and incident_visible(l.incident_id, ?1, ?2)
            """;

    private static final String COLUMNS = """
            select r.id, r.entity_id, r.state, r.received_on, r.due_on, r.extension_reason, r.answered_on, r.answer_way,
                   r.answer_language, r.zone, r.version,
                   coalesce((select string_agg(cast(l.incident_id as text), ',' order by l.incident_id) from
            """ + INCOMPLETE + "), '') from accounting_request r";

    /** What was given last, and whether each breach in it exists for the reader. */
    private static final String GIVEN = """
            select g.id, g.answer, g.completion,
                   g.told is not null and not exists (select 1 from unnest(g.told) as t (incident) where not incident_visible(t.incident, ?2, ?3))
              from (select id, answer, told, false as completion from accounting_request where id = ?1 and state = 'ANSWERED'
                    union all
                    select id, answer, told, true from accounting_completion where request_id = ?1) g
             order by g.completion desc, g.id desc limit 1
            """;

    private static final UUID FIRST = new UUID(0, 0);

    /**
     * @param version that the next change must name
     * @param language in which it was answered; before that the language of the request for it counts
     */
    record Kept(AccountingRequest.View view, ZoneId zone, long version, String language) {

        /** For whom it is drawn up again cannot tell it by its language from the one that was given. */
        String languageOr(String asked) {
            return view.state().equals("ANSWERED") ? language : asked;
        }
    }

    private final IncidentVault vault;
    private final Caller caller;

    AccountingRows(IncidentVault vault, Caller caller) {
        this.vault = vault;
        this.caller = caller;
    }

    /** What was not granted to the caller does not exist for him. */
    Uni<Kept> one(UUID id) {
        return find(COLUMNS + " where r.id = ?3", id);
    }

    Uni<Kept> locked(UUID id) {
        return find(COLUMNS + " where r.id = ?3 for update of r", id);
    }

    Uni<List<AccountingRequest.View>> page(String state, boolean incomplete, UUID after, int limit) {
        return Sql.rows(
                        Object[].class,
                        COLUMNS
                                + " where (?2 = '*' or r.entity_id = any (string_to_array(?2, ','))) and (?3 = '' or r.state = ?3)"
                                + " and r.id > ?4 and (not ?6 or exists (select 1 from " + INCOMPLETE
                                + ")) order by r.id limit ?5",
                        caller.subject(),
                        caller.entitiesFilter(),
                        state == null ? "" : state,
                        after == null ? FIRST : after,
                        limit,
                        incomplete)
                .map(rows -> rows.stream().map(row -> kept(row).view()).toList());
    }

    Uni<AccountingRequest> who(UUID id) {
        return Sql.rows(byte[].class, "select sealed from accounting_request where id = ?1", id)
                .chain(rows -> vault.open(id)
                        .map(cipher -> EventJson.read(cipher.read(WHO, id, rows.getFirst()), AccountingRequest.class)));
    }

    /** The accounting as it was given last; empty before that, and where a breach in it does not exist for the caller. */
    Uni<Optional<byte[]>> given(UUID id) {
        return Sql.rows(Object[].class, GIVEN, id, caller.subject(), caller.entitiesFilter())
                .chain(rows -> rows.isEmpty() || !(Boolean) rows.getFirst()[3]
                        ? Uni.createFrom().item(Optional.<byte[]>empty())
                        : vault.open(id).map(cipher -> Optional.of(read(cipher, rows.getFirst()))));
    }

    private static byte[] read(IncidentCipher cipher, Object[] given) {
        return cipher.readBytes((Boolean) given[2] ? COMPLETION : ANSWER, (UUID) given[0], (byte[]) given[1]);
    }

    private Uni<Kept> find(String sql, UUID id) {
        return Sql.rows(Object[].class, sql, caller.subject(), caller.entitiesFilter(), id)
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(AccountingRows::kept)
                        .filter(one -> caller.mayActFor(one.view().entityId()))
                        .orElseThrow(Problem::notFound));
    }

    private static Kept kept(Object[] row) {
        AnswerTime time = new AnswerTime((LocalDate) row[3], (LocalDate) row[4]);
        String reason = (String) row[5];
        String way = (String) row[7];
        return new Kept(
                new AccountingRequest.View(
                        (UUID) row[0],
                        (String) row[1],
                        (String) row[2],
                        time.receivedOn(),
                        time.coversFrom(),
                        time.dueOn(),
                        reason.isEmpty() ? null : reason,
                        (LocalDate) row[6],
                        way.isEmpty() ? null : way,
                        incidents((String) row[11])),
                ZoneId.of((String) row[9]),
                ((Number) row[10]).longValue(),
                (String) row[8]);
    }

    private static List<UUID> incidents(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(",")).map(UUID::fromString).toList();
    }
}
