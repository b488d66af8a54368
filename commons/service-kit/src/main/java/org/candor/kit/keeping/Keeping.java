package org.candor.kit.keeping;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Sql;
import org.candor.kit.outbox.Origin;
import org.candor.kit.time.Ids;

/**
 * Hands a frozen document to audit-service for keeping (45 CFR 164.530(j), 164.414(b)). Guarantees: it gets there if and only
 * if the transaction commits, is sent until audit has answered that it has it, and is kept there once however often it is
 * sent. Until then it waits sealed with the incident's data key.
 */
@ApplicationScoped
public class Keeping {

    static final String PLACE = "hand_over.content";

    private static final String ADD = """
            insert into hand_over (id, incident_id, entity_id, drill, kind, reference, media_type, sha256, frozen_at, content,
                                   created_at, next_try_at, attempts)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11, 0)
            """;

    private final IncidentVault vault;
    private final Ids ids;
    private final Clock clock;

    Keeping(IncidentVault vault, Ids ids, Clock clock) {
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /** Must be called inside {@link org.candor.kit.data.Transactions#run}, in the transaction that freezes the document. */
    public Uni<Void> handOver(FrozenDocument document, Origin origin) {
        return vault.open(document.incidentId())
                .chain(cipher -> add(ids.next(), document, cipher, origin))
                .replaceWithVoid();
    }

    private Uni<Integer> add(UUID id, FrozenDocument document, IncidentCipher cipher, Origin origin) {
        return Sql.update(
                ADD,
                id,
                document.incidentId(),
                origin.entityId(),
                origin.drill(),
                document.kind(),
                document.reference(),
                document.mediaType(),
                sha256(document.content()),
                document.frozenAt(),
                cipher.seal(PLACE, id, document.content()),
                clock.instant());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
