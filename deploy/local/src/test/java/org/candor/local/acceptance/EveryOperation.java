package org.candor.local.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.candor.local.ServiceName;
import org.candor.local.Stack;

/**
 * Calls each operation that a service's OpenAPI document names, with a canary in every place that takes a text: as a good
 * request as far as its schema tells, and as bad ones.
 */
final class EveryOperation {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration TOKENS_LAST = Duration.ofMinutes(3);
    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

    private final Stack stack;
    private final Canaries canaries;
    private final List<UUID> incidents;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Map<String, String> tokens = new HashMap<>();
    private Instant newTokensAt = Instant.MIN;

    /** What was answered, by status. */
    final Map<Integer, Integer> statuses = new TreeMap<>();

    /** Refusals and addresses in which a canary stands. */
    final Map<String, Set<String>> quoted = new TreeMap<>();

    EveryOperation(Stack stack, Canaries canaries, List<UUID> incidents) {
        this.stack = stack;
        this.canaries = canaries;
        this.incidents = incidents;
    }

    void callAll(ServiceName service, List<String> users) throws IOException, InterruptedException {
        JsonNode document = JSON.readTree(get(URI.create(stack.url(service) + "/q/openapi?format=json")));
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (String method : METHODS) {
                JsonNode operation = path.getValue().path(method);
                if (operation.isObject()) {
                    call(
                            document,
                            path.getKey(),
                            method,
                            operation,
                            path.getValue().path("parameters"),
                            users);
                }
            }
        }
    }

    private String get(URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    private void call(
            JsonNode document, String path, String method, JsonNode operation, JsonNode shared, List<String> users)
            throws IOException, InterruptedException {
        String name = method + " " + path;
        List<JsonNode> parameters = new ArrayList<>();
        shared.forEach(parameters::add);
        operation.path("parameters").forEach(parameters::add);
        Map.Entry<String, JsonNode> content = operation.path("requestBody").path("content").properties().stream()
                .findFirst()
                .orElse(Map.entry("", JSON.missingNode()));
        for (String user : users) {
            for (UUID incident : incidents) {
                URI address = address(name, path, parameters, incident);
                send(name, method, address, user, content.getKey(), body(document, name, content));
            }
            if (content.getKey().equals("application/json")) {
                URI address = address(name, path, parameters, incidents.getFirst());
                send(name, method, address, user, content.getKey(), broken(name));
                send(name, method, address, user, content.getKey(), unknownField(name));
                send(name, method, address, user, "text/" + canaries.in(name + " as content type"), broken(name));
            }
        }
    }

    private URI address(String name, String path, List<JsonNode> parameters, UUID incident) {
        String filled = path;
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : parameters) {
            String key = parameter.path("name").asText();
            String value = value(name + " ?" + key, parameter.path("schema"), incident);
            if (parameter.path("in").asText().equals("path")) {
                filled = filled.replace("{" + key + "}", encoded(value));
            } else if (parameter.path("in").asText().equals("query")) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(encoded(key))
                        .append('=')
                        .append(encoded(value));
            }
        }
        return URI.create(stack.url() + filled + query);
    }

    private String value(String origin, JsonNode schema, UUID incident) {
        if (schema.path("enum").isArray()) {
            return schema.path("enum").path(0).asText();
        }
        String reference = schema.path("$ref").asText();
        String type = type(schema);
        String format = schema.path("format").asText();
        if (format.equals("uuid") || reference.endsWith("/UUID")) {
            return incident.toString();
        }
        if (type.equals("integer") || type.equals("number")) {
            return "1";
        }
        return type.equals("boolean") ? "true" : canaries.in(origin);
    }

    private byte[] body(JsonNode document, String name, Map.Entry<String, JsonNode> content) throws IOException {
        if (content.getKey().isEmpty()) {
            return new byte[0];
        }
        if (!content.getKey().equals("application/json")) {
            return multipartOrText(name, content.getKey());
        }
        Bodies bodies = new Bodies(document, canaries, incidents.getFirst());
        return JSON.writeValueAsBytes(bodies.of(name, content.getValue().path("schema")));
    }

    private byte[] multipartOrText(String name, String type) {
        if (!type.startsWith("multipart/")) {
            return (canaries.in(name + " in text") + "," + canaries.in(name + " in text") + "\n").getBytes(UTF_8);
        }
        return ("--zq\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s.txt\"\r\n\r\n%s\r\n--zq--\r\n"
                        .formatted(canaries.in(name + " as file name"), canaries.in(name + " in a file")))
                .getBytes(UTF_8);
    }

    private byte[] broken(String name) {
        return ("{\"narrative\": \"" + canaries.in(name + " in broken JSON")).getBytes(UTF_8);
    }

    private byte[] unknownField(String name) throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(canaries.in(name + " as an unknown field"), canaries.in(name + " in an unknown field"));
        return JSON.writeValueAsBytes(body);
    }

    private void send(String name, String method, URI address, String user, String type, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("User-Agent", canaries.in(name + " as user agent"))
                .header("Referer", "https://elsewhere.example/" + canaries.in(name + " as referrer"))
                .header("If-Match", "*")
                .method(
                        method.toUpperCase(Locale.ROOT),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type.startsWith("multipart/") ? type + "; boundary=zq" : type);
        }
        if (!user.isEmpty()) {
            request.header("Authorization", "Bearer " + token(user));
        }
        HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
        statuses.merge(answer.statusCode(), 1, Integer::sum);
        if (answer.statusCode() >= 400) {
            quote(answer.statusCode() + " of " + name, canaries.originsIn(answer.body()));
        }
        Optional<String> location = answer.headers().firstValue("Location");
        location.ifPresent(text -> quote("Location of " + name, canaries.originsIn(text)));
    }

    /** Good for five minutes, and dear to get. */
    private String token(String user) throws IOException, InterruptedException {
        if (Instant.now().isAfter(newTokensAt)) {
            tokens.clear();
            newTokensAt = Instant.now().plus(TOKENS_LAST);
        }
        if (!tokens.containsKey(user)) {
            tokens.put(user, stack.token(user));
        }
        return tokens.get(user);
    }

    private void quote(String place, Set<String> origins) {
        if (!origins.isEmpty()) {
            quoted.merge(place, origins, (before, more) -> before);
        }
    }

    static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
