package org.candor.test.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candor.test.Tokens;

/**
 * Sends to every operation that takes JSON a field that it does not know, and those that only the service may write: each
 * is refused by name, so that nobody sets what he was not asked for and nobody believes that what he mistyped was taken.
 */
public final class StrictBodies {

    private static final String JSON = "application/json";
    private static final List<String> NOT_THE_CALLERS = List.of(
            "unheardOf",
            "id",
            "incidentId",
            "state",
            "status",
            "version",
            "receivedAt",
            "createdAt",
            "createdBy",
            "recordedBy",
            "roles");
    private static final Set<Integer> REFUSED = Set.of(400, 422);

    private final Map<String, String> values = new HashMap<>();

    /** An id, or what else a parameter of a path may be where its type alone does not say it. */
    public StrictBodies with(String parameter, Object value) {
        values.put(parameter, value.toString());
        return this;
    }

    /** {@code free} are operations, by method and path, that say in another way what they did not know. */
    public void refuseWhatTheyDoNotKnow(String... free) {
        JsonNode document = Service.document();
        String token = Tokens.subject("somebody")
                .roles(AccessTable.ROLES.toArray(String[]::new))
                .claim("scope", "audit.documents")
                .signed();
        try (Calls calls = new Calls()) {
            Operations.documented(document, Calls.root()).stream()
                    .filter(operation -> operation.contentTypes().contains(JSON))
                    .filter(operation -> !List.of(free).contains(operation.key()))
                    .forEach(operation -> unknownTo(operation, document)
                            .forEach(field -> calls.check(() -> refuses(operation, field, token, calls))));
            assertThat(calls.findings())
                    .as("fields that are taken or not named")
                    .isEmpty();
        }
    }

    private static List<String> unknownTo(Operation operation, JsonNode document) {
        JsonNode body = document.path("paths")
                .path(Calls.root() + operation.path())
                .path(operation.method().toLowerCase(Locale.ROOT))
                .path("requestBody")
                .path("content")
                .path(JSON)
                .path("schema");
        JsonNode properties = Documents.resolved(document, body).path("properties");
        return NOT_THE_CALLERS.stream().filter(field -> !properties.has(field)).toList();
    }

    private Optional<String> refuses(Operation operation, String field, String token, Calls calls) {
        byte[] body = "{\"%s\": null}".formatted(field).getBytes(UTF_8);
        HttpResponse<byte[]> answer = calls.call(
                operation.method(),
                operation.address(values),
                Optional.of(token),
                Optional.of(new Calls.Body(JSON, body)));
        boolean right = REFUSED.contains(answer.statusCode()) && new String(answer.body(), UTF_8).contains(field);
        return right
                ? Optional.empty()
                : Optional.of("%s, %s: %d".formatted(operation.key(), field, answer.statusCode()));
    }
}
