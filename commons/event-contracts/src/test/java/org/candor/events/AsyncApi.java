package org.candor.events;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The written description of the events, for reading. */
final class AsyncApi {

    private static final Map<Class<?>, String> VALUES = Map.of(
            UUID.class, "string uuid",
            String.class, "string",
            Instant.class, "string date-time",
            LocalDate.class, "string date",
            boolean.class, "boolean",
            int.class, "integer int32",
            long.class, "integer int64",
            Long.class, "integer int64");

    private final JsonNode root;

    private AsyncApi(JsonNode root) {
        this.root = root;
    }

    static AsyncApi read() throws IOException {
        ObjectMapper yaml = YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (InputStream in = AsyncApi.class.getResourceAsStream("/asyncapi.yaml")) {
            return new AsyncApi(yaml.readTree(in));
        }
    }

    JsonNode channels() {
        return root.path("channels");
    }

    JsonNode schemas() {
        return root.path("components").path("schemas");
    }

    /** What a {@code $ref} inside the document points to; the node itself where it is none. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** The schema in one word or two, null or not; comparable with {@link #expected}. */
    String shape(JsonNode schema) {
        if (schema.has("$ref")) {
            return schema.path("$ref").asText().replace("#/components/schemas/", "");
        }
        if (schema.has("items")) {
            return "[" + shape(schema.path("items")) + "]";
        }
        if (schema.has("additionalProperties")) {
            return "{" + shape(schema.path("additionalProperties")) + "}";
        }
        JsonNode type = schema.path("type");
        String format = schema.path("format").asText();
        return ((type.isArray() ? type.path(0) : type).asText() + " " + format).strip();
    }

    /** The shape that a record's component has to have. */
    static String expected(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? "[" + expected(arguments[0]) + "]"
                    : "{" + expected(arguments[1]) + "}";
        }
        Class<?> plain = (Class<?>) type;
        return VALUES.getOrDefault(plain, plain.getSimpleName());
    }

    static boolean nullable(JsonNode schema) {
        return schema.path("type").isArray();
    }

    static Stream<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText);
    }
}
