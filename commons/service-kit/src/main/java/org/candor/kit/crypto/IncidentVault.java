package org.candor.kit.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;

/** Gives the cipher of an incident. Call inside the transaction that stores or reads the sealed values. */
@ApplicationScoped
public class IncidentVault {

    private static final int KEY_BYTES = 32;
    private static final String FIND = "select wrapped from vault.data_key where incident_id = ?1";

    /** Never again for an incident whose records were disposed of. */
    private static final String ADD = """
            insert into vault.data_key (incident_id, wrapped)
            select cast(?1 as uuid), cast(?2 as bytea)
             where not exists (select 1 from vault.disposed where incident_id = ?1)
            on conflict (incident_id) do nothing
            """;

    private final Keyset keyset;
    private final KeysetProof proof;
    private final SecureRandom random = new SecureRandom();

    IncidentVault(Keyset keyset, KeysetProof proof) {
        this.keyset = keyset;
        this.proof = proof;
    }

    /**
     * The cipher of an incident that may have been seen before; makes the data key when there is none. Refuses with
     * {@code DISPOSED} when its records were disposed of, and with {@code KEYS_UNAVAILABLE} when the keyset is not the one that
     * wrapped its key.
     */
    public Uni<IncidentCipher> open(UUID incidentId) {
        return find(incidentId)
                .chain(found -> found.map(known -> Uni.createFrom().item(known)).orElseGet(() -> create(incidentId)));
    }

    /** The cipher of an incident that is new in this transaction: one statement instead of two. */
    public Uni<IncidentCipher> create(UUID incidentId) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return proof.required()
                .chain(() -> Sql.update(ADD, incidentId, keyset.wrap(key, owner(incidentId))))
                .chain(added -> added == 1
                        ? Uni.createFrom().item(new IncidentCipher(key))
                        : find(incidentId).map(found -> found.orElseThrow(IncidentVault::disposed)));
    }

    private Uni<Optional<IncidentCipher>> find(UUID incidentId) {
        return proof.required()
                .chain(() -> Sql.rows(byte[].class, FIND, incidentId))
                .map(found -> found.stream().findFirst().map(wrapped -> cipher(incidentId, wrapped)));
    }

    private static Problem disposed() {
        return new Problem(CommonProblem.DISPOSED);
    }

    private IncidentCipher cipher(UUID incidentId, byte[] wrapped) {
        return new IncidentCipher(keyset.unwrap(wrapped, owner(incidentId)));
    }

    static byte[] owner(UUID incidentId) {
        return ("incident/" + incidentId).getBytes(UTF_8);
    }
}
