package org.candor.kit.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
 * a second request with the same key waits for the first. Answers must hold ids and codes only.
 */
@ApplicationScoped
public class Idempotency {

    private static final int LONGEST_KEY = 128;

    private static final String CLAIM = """
            insert into idempotent_answer
                   (caller, operation, request_key, request_hash, status, location, etag, body, created_at)
            values (?1, ?2, ?3, ?4, 0, '', '', '', ?5)
            on conflict do nothing
            """;

    private static final String COMPLETE = """
            update idempotent_answer set status = ?4, location = ?5, etag = ?6, body = ?7
             where caller = ?1 and operation = ?2 and request_key = ?3
            """;

    private static final String FIND = """
            select request_hash, status, location, etag, body from idempotent_answer
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

    /** Call inside a transaction. Without a key the work is simply done. */
    public Uni<Response> once(String operation, String key, Object request, Supplier<Uni<Response>> work) {
        if (key == null) {
            return work.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Problem(CommonProblem.UNREADABLE_PARAMETER).field("Idempotency-Key", "1 to 128 characters");
        }
        byte[] hash = hash(request);
        return Sql.update(CLAIM, caller.subject(), operation, key, hash, clock.instant())
                .chain(claimed -> claimed == 1
                        ? work.get().call(answer -> complete(operation, key, answer))
                        : replay(operation, key, hash));
    }

    private Uni<Integer> complete(String operation, String key, Response answer) {
        return Sql.update(
                COMPLETE,
                caller.subject(),
                operation,
                key,
                answer.getStatus(),
                header(answer, HttpHeaders.LOCATION),
                header(answer, HttpHeaders.ETAG),
                answer.getEntity() == null ? "" : write(answer.getEntity()));
    }

    private Uni<Response> replay(String operation, String key, byte[] hash) {
        return Sql.rows(Object[].class, FIND, caller.subject(), operation, key).map(rows -> answer(rows, hash));
    }

    private static Response answer(List<Object[]> rows, byte[] hash) {
        Object[] row = rows.getFirst();
        if (!MessageDigest.isEqual(hash, (byte[]) row[0])) {
            throw new Problem(CommonProblem.IDEMPOTENCY_KEY_REUSED);
        }
        Response.ResponseBuilder answer = Response.status((Integer) row[1]);
        addUnlessEmpty(answer, HttpHeaders.LOCATION, (String) row[2]);
        addUnlessEmpty(answer, HttpHeaders.ETAG, (String) row[3]);
        String body = (String) row[4];
        return (body.isEmpty() ? answer : answer.entity(body).type(MediaType.APPLICATION_JSON_TYPE)).build();
    }

    private static void addUnlessEmpty(Response.ResponseBuilder answer, String name, String value) {
        if (!value.isEmpty()) {
            answer.header(name, value);
        }
    }

    private static String header(Response answer, String name) {
        Object value = answer.getHeaders().getFirst(name);
        return value == null ? "" : value.toString();
    }

    private byte[] hash(Object request) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(write(request).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + value.getClass().getSimpleName(), e);
        }
    }
}
