package org.candor.kit.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.UUID;
import org.candor.kit.data.Sql;

/** Gives the cipher of an incident. Call inside the transaction that stores or reads the sealed values. */
@ApplicationScoped
public class IncidentVault {

    private static final int KEY_BYTES = 32;
    private static final String FIND = "select wrapped from vault.data_key where incident_id = ?1";
    private static final String ADD =
            "insert into vault.data_key (incident_id, wrapped) values (?1, ?2) on conflict (incident_id) do nothing";

    private final Keyset keyset;
    private final SecureRandom random = new SecureRandom();

    IncidentVault(Keyset keyset) {
        this.keyset = keyset;
    }

    /** The cipher of an incident that may have been seen before; makes the data key when there is none. */
    public Uni<IncidentCipher> open(UUID incidentId) {
        return Sql.rows(byte[].class, FIND, incidentId)
                .chain(found -> found.isEmpty()
                        ? create(incidentId)
                        : Uni.createFrom().item(cipher(incidentId, found.getFirst())));
    }

    /** The cipher of an incident that is new in this transaction: one statement instead of two. */
    public Uni<IncidentCipher> create(UUID incidentId) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return Sql.update(ADD, incidentId, keyset.wrap(key, owner(incidentId)))
                .chain(added -> added == 1 ? Uni.createFrom().item(new IncidentCipher(key)) : open(incidentId));
    }

    private IncidentCipher cipher(UUID incidentId, byte[] wrapped) {
        return new IncidentCipher(keyset.unwrap(wrapped, owner(incidentId)));
    }

    private static byte[] owner(UUID incidentId) {
        return ("incident/" + incidentId).getBytes(UTF_8);
    }
}
