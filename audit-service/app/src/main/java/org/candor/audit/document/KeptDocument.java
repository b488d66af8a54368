package org.candor.audit.document;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.data.Sql;

/** A document's row: everything but its bytes. */
record KeptDocument(
        UUID documentId,
        Optional<UUID> incidentId,
        String entityId,
        boolean drill,
        String kind,
        String reference,
        String mediaType,
        String sha256,
        long size,
        int chunks,
        String sender,
        Instant frozenAt,
        Instant receivedAt) {

    /** Columns in the order of {@link #of}. */
    static final String COLUMNS = """
            d.document_id, d.incident_id, d.entity_id, d.drill, d.kind, d.reference, d.media_type, d.sha256, d.size, d.chunks,
            d.sender, d.frozen_at, d.received_at""";

    static KeptDocument of(Object[] row) {
        return new KeptDocument(
                (UUID) row[0],
                Optional.ofNullable((UUID) row[1]),
                (String) row[2],
                (Boolean) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                (Long) row[8],
                (Integer) row[9],
                (String) row[10],
                Sql.instant(row[11]),
                Sql.instant(row[12]));
    }

    /** Under whose data key it is sealed: the incident's, so that it goes with it; else its own. */
    UUID keyId() {
        return incidentId.orElse(documentId);
    }

    /** What a piece is bound to, so that pieces can't be swapped, left out or put at the end of a shorter document. */
    String place(int number) {
        return "document.chunk.body/" + number + "/" + chunks;
    }
}
