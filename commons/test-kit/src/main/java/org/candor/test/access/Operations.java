package org.candor.test.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Arc;
import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/** What a service under test offers: by its document, and by the routes that its server really has. */
final class Operations {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch", "head", "options");

    private Operations() {}

    /** Every operation of the OpenAPI document, which names them below that root. */
    static List<Operation> documented(JsonNode document, String root) {
        List<Operation> found = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .map(entry ->
                                operation(document, path.getKey().substring(root.length()), path.getValue(), entry))
                        .forEach(found::add));
        return found;
    }

    private static Operation operation(
            JsonNode document, String path, JsonNode shared, Map.Entry<String, JsonNode> entry) {
        Map<String, Optional<String>> inPath = new HashMap<>();
        Map<String, Optional<String>> asked = new HashMap<>();
        for (JsonNode list : List.of(shared.path("parameters"), entry.getValue().path("parameters"))) {
            list.forEach(parameter -> {
                Optional<String> example = example(Documents.resolved(document, parameter.path("schema")));
                if ("path".equals(parameter.path("in").asText())) {
                    inPath.put(parameter.path("name").asText(), example);
                } else if ("query".equals(parameter.path("in").asText())
                        && parameter.path("required").asBoolean()) {
                    asked.put(parameter.path("name").asText(), example);
                }
            });
        }
        List<String> types = entry.getValue().path("requestBody").path("content").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
        return new Operation(entry.getKey().toUpperCase(Locale.ROOT), path, types, inPath, asked);
    }

    private static Optional<String> example(JsonNode schema) {
        if ("uuid".equals(schema.path("format").asText())) {
            return Optional.of(UUID.randomUUID().toString());
        }
        if (schema.has("examples")) {
            return Optional.of(schema.path("examples").path(0).asText());
        }
        if (schema.has("enum")) {
            return Optional.of(schema.path("enum").path(0).asText());
        }
        return "integer".equals(schema.path("type").asText()) ? Optional.of("1") : Optional.empty();
    }

    /** Method and path of every REST route of the running server. */
    static Set<String> served() {
        Set<String> routes = new TreeSet<>();
        RuntimeResourceVisitor visitor = new RuntimeResourceVisitor() {
            @Override
            public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                routes.add(method + " " + withoutPatterns(path));
            }
        };
        RuntimeResourceVisitor.visitRuntimeResources(
                "", ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(), visitor);
        return routes;
    }

    /** Paths of the routes that the HTTP server has beside those of REST. */
    static Set<String> beside() {
        return Arc.container().instance(ServerRoutes.class).get().paths();
    }

    /** {@code {year: [0-9]{4}}} becomes {@code {year}}; a slash that ends the path goes. */
    static String withoutPatterns(String path) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        boolean inPattern = false;
        for (char c : path.replace("//", "/").toCharArray()) {
            depth += c == '{' ? 1 : 0;
            inPattern |= depth == 1 && c == ':';
            inPattern &= !(depth == 1 && c == '}');
            if (!inPattern && c != ' ') {
                plain.append(c);
            }
            depth -= c == '}' ? 1 : 0;
        }
        int end = plain.length() - 1;
        return end > 0 && plain.charAt(end) == '/' ? plain.substring(0, end) : plain.toString();
    }
}
