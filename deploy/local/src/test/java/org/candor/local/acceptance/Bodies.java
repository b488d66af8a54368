package org.candor.local.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Bodies as a schema describes them, with a canary for every text. */
final class Bodies {

    private static final JsonNodeFactory NODES = new ObjectMapper().getNodeFactory();
    private static final int DEEPEST = 6;

    private final JsonNode document;
    private final Canaries canaries;
    private final UUID incident;

    Bodies(JsonNode document, Canaries canaries, UUID incident) {
        this.document = document;
        this.canaries = canaries;
        this.incident = incident;
    }

    JsonNode of(String origin, JsonNode schema) {
        return of(origin, schema, 0);
    }

    private JsonNode of(String origin, JsonNode given, int depth) {
        JsonNode schema = resolved(given);
        if (schema.path("enum").isArray()) {
            return schema.path("enum").path(0);
        }
        if (depth > DEEPEST) {
            return NODES.nullNode();
        }
        return switch (EveryOperation.type(schema)) {
            case "object" -> object(origin, schema, depth);
            case "array" -> {
                ArrayNode array = NODES.arrayNode();
                array.add(of(origin + "/0", schema.path("items"), depth + 1));
                yield array;
            }
            case "integer", "number" ->
                NODES.numberNode(Math.max(1, schema.path("minimum").asInt(1)));
            case "boolean" -> NODES.booleanNode(true);
            default -> text(origin, schema);
        };
    }

    private JsonNode object(String origin, JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            object.set(property.getKey(), of(origin + "/" + property.getKey(), property.getValue(), depth + 1));
        }
        if (schema.path("additionalProperties").isObject()) {
            object.set(
                    canaries.in(origin + "/(key)"),
                    of(origin + "/(value)", schema.path("additionalProperties"), depth + 1));
        }
        return object;
    }

    private JsonNode text(String origin, JsonNode schema) {
        return NODES.textNode(
                switch (schema.path("format").asText()) {
                    case "uuid" -> incident.toString();
                    case "date" -> LocalDate.now().toString();
                    case "date-time" -> Instant.now().toString();
                    case "email" -> canaries.in(origin) + "@mail.example";
                    case "uri" -> "https://" + canaries.in(origin) + ".example/";
                    default -> canaries.in(origin);
                });
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode now = schema;
        for (int i = 0; i < DEEPEST; i++) {
            if (now.path("$ref").isTextual()) {
                now = document.at(now.path("$ref").asText().substring(1));
            } else if (now.path("allOf").isArray()) {
                now = now.path("allOf").path(0);
            } else if (now.path("anyOf").isArray() || now.path("oneOf").isArray()) {
                now = now.path(now.path("anyOf").isArray() ? "anyOf" : "oneOf").path(0);
            } else {
                return now;
            }
        }
        return now;
    }
}
