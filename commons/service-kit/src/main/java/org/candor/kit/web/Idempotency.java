package org.candor.kit.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.candor.kit.crypto.BlindIndex;
import org.candor.kit.data.Sql;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;

/**
 * Answers a repeated create with its first answer. The claim on the key, the work and the kept answer are one transaction;
 * a second request with the same key waits for the first. Answers must hold ids, codes and times only. Caller and request
 * are kept as keyed hashes: beside an incident id they would tell who reported, or let a narrative be guessed.
 */
@ApplicationScoped
public class Idempotency {

    private static final int LONGEST_KEY = 128;

    private static final String CLAIM = """
            insert into idempotent_answer (caller, operation, request_key, request_hash, answer, created_at)
            values (?1, ?2, ?3, ?4, '', ?5)
            on conflict do nothing
            """;

    private static final String COMPLETE =
            "update idempotent_answer set answer = ?4 where caller = ?1 and operation = ?2 and request_key = ?3";

    private static final String FIND = """
            select request_hash, answer from idempotent_answer
             where caller = ?1 and operation = ?2 and request_key = ?3
            """;

    private record Claim(String caller, String operation, String key, byte[] hash) {}

    private final Caller caller;
    private final BlindIndex index;
    private final ObjectMapper json;
    private final Clock clock;

    Idempotency(Caller caller, BlindIndex index, ObjectMapper json, Clock clock) {
        this.caller = caller;
        this.index = index;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Does the work once per caller, operation and key. Call inside a transaction. A null key means that the work is simply
     * done. Refuses with 422 a key that was used for another request.
     *
     * @param request what the answer depends on; its JSON is hashed with a key, not stored
     */
    public <T> Uni<T> once(String operation, String key, Object request, Class<T> type, Supplier<Uni<T>> work) {
        if (key == null) {
            return work.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Problem(CommonProblem.UNREADABLE_PARAMETER).field("Idempotency-Key", "1 to 128 characters");
        }
        return index.ready().chain(() -> once(claim(operation, key, request), type, work));
    }

    private <T> Uni<T> once(Claim claim, Class<T> type, Supplier<Uni<T>> work) {
        return Sql.update(CLAIM, claim.caller(), claim.operation(), claim.key(), claim.hash(), clock.instant())
                .chain(claimed ->
                        claimed == 1 ? work.get().call(answer -> complete(claim, answer)) : first(claim, type));
    }

    private Uni<Integer> complete(Claim claim, Object answer) {
        return Sql.update(COMPLETE, claim.caller(), claim.operation(), claim.key(), write(answer));
    }

    private <T> Uni<T> first(Claim claim, Class<T> type) {
        return Sql.rows(Object[].class, FIND, claim.caller(), claim.operation(), claim.key())
                .map(rows -> read(rows, claim.hash(), type));
    }

    /** Bound to operation and key, so that neither two rows of one caller nor two equal requests look alike. */
    private Claim claim(String operation, String key, Object request) {
        String place = caller.subject() + "\0" + operation + "\0" + key;
        String whose = HexFormat.of().formatHex(keyed("idempotent-caller", place));
        return new Claim(whose, operation, key, keyed("idempotent-request", place + "\0" + write(request)));
    }

    /** The index takes upper and lower case for the same; a digest of the text keeps them apart. */
    private byte[] keyed(String field, String text) {
        return index.of(field, HexFormat.of().formatHex(sha256(text)));
    }

    private <T> T read(List<Object[]> rows, byte[] hash, Class<T> type) {
        Object[] row = rows.getFirst();
        if (!MessageDigest.isEqual(hash, (byte[]) row[0])) {
            throw new Problem(CommonProblem.IDEMPOTENCY_KEY_REUSED);
        }
        try {
            return json.readValue((String) row[1], type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept answer is not a " + type.getSimpleName(), e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + value.getClass().getSimpleName(), e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
