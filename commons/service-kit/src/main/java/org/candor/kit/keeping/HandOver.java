package org.candor.kit.keeping;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.data.Sql;
import org.jboss.resteasy.reactive.client.api.ClientMultipartForm;

/** A document that waits to be sent, as its row is. */
record HandOver(
        UUID id,
        UUID incidentId,
        String entityId,
        boolean drill,
        String kind,
        String reference,
        String mediaType,
        String sha256,
        Instant frozenAt,
        byte[] sealed,
        int attempts) {

    private static final int STEEPEST = 12;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** Columns in the order of {@link #of}. */
    static final String COLUMNS =
            "id, incident_id, entity_id, drill, kind, reference, media_type, sha256, frozen_at, content, attempts";

    static HandOver of(Object[] row) {
        return new HandOver(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (Boolean) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                Sql.instant(row[8]),
                (byte[]) row[9],
                (Integer) row[10]);
    }

    /** Twice as long after each try, up to an hour. */
    Duration pause() {
        Duration doubled = Duration.ofSeconds(1L << Math.min(STEEPEST, attempts));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    ClientMultipartForm form(IncidentCipher cipher) {
        byte[] content = cipher.readBytes(Keeping.PLACE, id, sealed);
        return ClientMultipartForm.create()
                .attribute("incidentId", incidentId.toString(), null)
                .attribute("entityId", entityId, null)
                .attribute("drill", Boolean.toString(drill), null)
                .attribute("kind", kind, null)
                .attribute("reference", reference, null)
                .attribute("sha256", sha256, null)
                .attribute("frozenAt", frozenAt.toString(), null)
                .binaryFileUpload("file", "document", Buffer.buffer(content), mediaType);
    }
}
