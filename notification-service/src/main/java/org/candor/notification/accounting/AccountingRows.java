package org.candor.notification.accounting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
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

    private static final String COLUMNS = """
            select id, entity_id, state, received_on, due_on, extension_reason, answered_on, answer_way, answer_sha256, zone,
                   version
              from accounting_request
            """;

    private static final UUID FIRST = new UUID(0, 0);

    /** @param version that the next change must name */
    record Kept(AccountingRequest.View view, ZoneId zone, long version) {}

    private final IncidentVault vault;
    private final Caller caller;

    AccountingRows(IncidentVault vault, Caller caller) {
        this.vault = vault;
        this.caller = caller;
    }

    /** What was not granted to the caller does not exist for him. */
    Uni<Kept> one(UUID id) {
        return find(COLUMNS + " where id = ?1", id);
    }

    Uni<Kept> locked(UUID id) {
        return find(COLUMNS + " where id = ?1 for update", id);
    }

    Uni<List<AccountingRequest.View>> page(String state, UUID after, int limit) {
        return Sql.rows(
                        Object[].class,
                        COLUMNS
                                + " where (?1 = '*' or entity_id = any (string_to_array(?1, ','))) and (?2 = '' or state = ?2)"
                                + " and id > ?3 order by id limit ?4",
                        caller.entitiesFilter(),
                        state == null ? "" : state,
                        after == null ? FIRST : after,
                        limit)
                .map(rows -> rows.stream().map(row -> kept(row).view()).toList());
    }

    Uni<AccountingRequest> who(UUID id) {
        return Sql.rows(byte[].class, "select sealed from accounting_request where id = ?1", id)
                .chain(rows -> vault.open(id)
                        .map(cipher -> EventJson.read(cipher.read(WHO, id, rows.getFirst()), AccountingRequest.class)));
    }

    /** The accounting as it was given. */
    Uni<byte[]> answer(UUID id) {
        return Sql.rows(byte[].class, "select answer from accounting_request where id = ?1", id)
                .chain(rows -> vault.open(id).map(cipher -> cipher.readBytes(ANSWER, id, rows.getFirst())));
    }

    private Uni<Kept> find(String sql, UUID id) {
        return Sql.rows(Object[].class, sql, id)
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
                        row[8] == null ? null : HexFormat.of().formatHex((byte[]) row[8])),
                ZoneId.of((String) row[9]),
                ((Number) row[10]).longValue());
    }
}
