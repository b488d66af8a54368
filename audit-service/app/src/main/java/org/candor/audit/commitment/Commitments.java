package org.candor.audit.commitment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.data.Sql;

/** Wordings, signatures and reminders; added and read, never changed. Call inside a session. */
@ApplicationScoped
class Commitments {

    private static final String ADD_TEXT = """
            insert into programme.commitment_text (entity_id, number, wording, sha256, asks_again, written_by, written_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict do nothing
            """;

    private static final String TEXTS = """
            select entity_id, number, wording, sha256, asks_again, written_by, written_at from programme.commitment_text
             where entity_id = ?1 order by number desc
            """;

    private static final String SIGN = """
            insert into programme.commitment (member_id, number, sha256, signed_on, document_id, recorded_by, recorded_at)
            values (?1, ?2, ?3, ?4, cast(nullif(?5, '') as uuid), ?6, ?7) on conflict do nothing
            """;

    private static final String REMIND = """
            insert into programme.commitment_reminder (member_id, reminded_by, reminded_at) values (?1, ?2, ?3)
            on conflict do nothing
            """;

    private static final String GATE =
            "select 1 from (select pg_advisory_xact_lock%s(hashtextextended(?1, 0))) as passed";

    /** Nobody joins, signs or leaves until this transaction ends: a new wording finds everybody, and everybody who comes finds it. */
    Uni<Void> closeGate(String entityId) {
        return gate("", entityId);
    }

    /** Others may join, sign and leave meanwhile, but no wording is written until this transaction ends. */
    Uni<Void> shareGate(String entityId) {
        return gate("_shared", entityId);
    }

    private static Uni<Void> gate(String way, String entityId) {
        return Sql.rows(Integer.class, GATE.formatted(way), "candor.commitment/" + entityId)
                .replaceWithVoid();
    }

    /** Answers whether no other wording took that number meanwhile. */
    Uni<Boolean> add(CommitmentText text) {
        return Sql.update(
                        ADD_TEXT,
                        text.entityId(),
                        text.number(),
                        text.wording(),
                        text.sha256(),
                        text.asksAgain(),
                        text.writtenBy(),
                        text.writtenAt())
                .map(added -> added == 1);
    }

    /** The newest first. */
    Uni<List<CommitmentText>> texts(String entityId) {
        return Sql.rows(Object[].class, TEXTS, entityId)
                .map(rows -> rows.stream()
                        .map(row -> new CommitmentText(
                                (String) row[0],
                                (Integer) row[1],
                                (String) row[2],
                                (String) row[3],
                                (Boolean) row[4],
                                (String) row[5],
                                Sql.instant(row[6])))
                        .toList());
    }

    /** Answers whether he had not signed that wording before. */
    Uni<Boolean> sign(
            UUID memberId, CommitmentText text, LocalDate day, Optional<UUID> documentId, String by, Instant now) {
        return Sql.update(
                        SIGN,
                        memberId,
                        text.number(),
                        text.sha256(),
                        day,
                        documentId.map(UUID::toString).orElse(""),
                        by,
                        now)
                .map(added -> added == 1);
    }

    Uni<Void> remind(UUID memberId, String by, Instant now) {
        return Sql.update(REMIND, memberId, by, now).replaceWithVoid();
    }
}
