package org.candor.audit.document;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.web.Cursor;

/** The tables of retained documents; rows are added and read, never changed. Call inside a session. */
@ApplicationScoped
class Documents {

    private static final UUID NONE = new UUID(0, 0);

    private static final String ADD = """
            insert into document.document (document_id, incident_id, entity_id, drill, kind, reference, media_type, sha256, size,
                                           chunks, sender, frozen_at, received_at)
            values (?1, nullif(cast(?2 as uuid), cast(?14 as uuid)), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
            on conflict do nothing
            """;

    private static final String BY_CONTENT = "select " + KeptDocument.COLUMNS + """
            \s from document.document d
             where d.incident_id is not distinct from nullif(cast(?1 as uuid), cast(?2 as uuid))
               and d.entity_id = ?3 and d.sha256 = ?4
            """;

    private static final String ADD_CHUNK =
            "insert into document.chunk (document_id, number, body) values (?1, ?2, ?3) on conflict do nothing";
    private static final String CHUNK = "select body from document.chunk where document_id = ?1 and number = ?2";
    private static final String COMPLETE =
            "insert into document.kept (document_id, kept_at) values (?1, ?2) on conflict do nothing";

    private static final String KEPT = "select " + KeptDocument.COLUMNS
            + ", k.kept_at from document.kept k join document.document d on d.document_id = k.document_id";

    /** A recused person finds no document of the incident; what belongs to none is the entity's, but for whom it is against. */
    private static final String VISIBLE = KEPT + """
            \s where case when d.incident_id is null then (?2 = '*' or d.entity_id = any (string_to_array(?2, ','))) and not exists (
                             select 1 from programme.duty_file f join programme.duty n on n.duty_id = f.duty_id
                              where f.document_id = d.document_id
                                and (n.against = ?1
                                     or n.incident_id is not null and not incident_visible(n.incident_id, ?1, ?2)))
                        else incident_visible(d.incident_id, ?1, ?2) end
            """;

    private static final String OWN = KEPT + """
            \s where d.document_id = ?1 and d.incident_id is null and (?2 = '*' or d.entity_id = any (string_to_array(?2, ',')))
            """;

    private static final String NEWEST = " order by k.kept_at desc, d.document_id desc limit ";

    /** A document and since when it has been kept. */
    record Shown(KeptDocument document, Instant keptAt) {}

    /** The row of those bytes: this one, or the one that was there before. */
    Uni<KeptDocument> add(KeptDocument document) {
        UUID incident = document.incidentId().orElse(NONE);
        return Sql.update(
                        ADD,
                        document.documentId(),
                        incident,
                        document.entityId(),
                        document.drill(),
                        document.kind(),
                        document.reference(),
                        document.mediaType(),
                        document.sha256(),
                        document.size(),
                        document.chunks(),
                        document.sender(),
                        document.frozenAt(),
                        document.receivedAt(),
                        NONE)
                .chain(() ->
                        Sql.rows(Object[].class, BY_CONTENT, incident, NONE, document.entityId(), document.sha256()))
                .map(rows -> KeptDocument.of(rows.getFirst()));
    }

    /** A piece that an earlier try stored stays as it is. */
    Uni<Void> addChunk(UUID documentId, int number, byte[] sealed) {
        return Sql.update(ADD_CHUNK, documentId, number, sealed).replaceWithVoid();
    }

    Uni<byte[]> chunk(UUID documentId, int number) {
        return Sql.rows(byte[].class, CHUNK, documentId, number).map(List::getFirst);
    }

    /** Answers whether it was this call that completed it. */
    Uni<Boolean> complete(UUID documentId, Instant now) {
        return Sql.update(COMPLETE, documentId, now).map(added -> added == 1);
    }

    Uni<Optional<Shown>> find(UUID documentId, String person, String entities) {
        return Sql.rows(Object[].class, VISIBLE + " and d.document_id = ?3", person, entities, documentId)
                .map(rows -> rows.stream().findFirst().map(Documents::shown));
    }

    /** One that belongs to no incident, for whom another feature shows it: the same bytes may stand in a case against him. */
    Uni<Optional<KeptDocument>> findOwn(UUID documentId, String entities) {
        return Sql.rows(Object[].class, OWN, documentId, entities)
                .map(rows -> rows.stream().findFirst().map(KeptDocument::of));
    }

    /** Up to {@code limit + 1}, newest first. */
    Uni<List<Shown>> page(
            Optional<UUID> incidentId, String person, String entities, Optional<Cursor> after, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(person, entities));
        StringBuilder sql = new StringBuilder(VISIBLE);
        incidentId.ifPresent(id -> {
            parameters.add(id);
            sql.append(" and d.incident_id = ?").append(parameters.size());
        });
        after.ifPresent(cursor -> {
            parameters.add(cursor.at());
            parameters.add(cursor.id());
            sql.append(
                    " and (k.kept_at, d.document_id) < (?%d, ?%d)".formatted(parameters.size() - 1, parameters.size()));
        });
        parameters.add(limit + 1);
        sql.append(NEWEST).append("?").append(parameters.size());
        return Sql.rows(Object[].class, sql.toString(), parameters.toArray())
                .map(rows -> rows.stream().map(Documents::shown).toList());
    }

    private static Shown shown(Object[] row) {
        return new Shown(KeptDocument.of(row), Sql.instant(row[row.length - 1]));
    }
}
