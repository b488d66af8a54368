package org.candor.kit.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.candor.kit.data.Sql;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;

/**
 * Answers a repeated create with its first answer. The claim on the key, the work and the kept answer are one transaction;
 * a second request with the same key waits for the first. Answers must hold ids, codes and times only.
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

    private final Caller caller;
    private final ObjectMapper json;
    private final Clock clock;

    Idempotency(Caller caller, ObjectMapper json, Clock clock) {
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Does the work once per caller, operation and key. Call inside a transaction. A null key means that the work is simply
     * done. Refuses with 422 a key that was used for another request.
     *
     * @param request what the answer depends on; its JSON is hashed, not stored
     */
    public <T> Uni<T> once(String operation, String key, Object request, Class<T> type, Supplier<Uni<T>> work) {
        if (key == null) {
            return work.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Problem(CommonProblem.UNREADABLE_PARAMETER).field("Idempotency-Key", "1 to 128 characters");
        }
        byte[] hash = sha256(write(request));
        return Sql.update(CLAIM, caller.subject(), operation, key, hash, clock.instant())
                .chain(claimed -> claimed == 1
                        ? work.get().call(answer -> complete(operation, key, answer))
                        : first(operation, key, hash, type));
    }

    private Uni<Integer> complete(String operation, String key, Object answer) {
        return Sql.update(COMPLETE, caller.subject(), operation, key, write(answer));
    }

    private <T> Uni<T> first(String operation, String key, byte[] hash, Class<T> type) {
        return Sql.rows(Object[].class, FIND, caller.subject(), operation, key).map(rows -> read(rows, hash, type));
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
