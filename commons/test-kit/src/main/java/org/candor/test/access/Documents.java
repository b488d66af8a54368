package org.candor.test.access;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads OpenAPI documents. */
final class Documents {

    private static final String REF = "$ref";

    private Documents() {}

    /** A schema behind its reference; of several references in {@code allOf} or {@code anyOf} the first. */
    static JsonNode resolved(JsonNode document, JsonNode schema) {
        if (schema.has(REF)) {
            return resolved(document, document.at(schema.path(REF).asText().substring(1)));
        }
        for (String several : new String[] {"allOf", "anyOf", "oneOf"}) {
            if (schema.has(several)) {
                return resolved(document, schema.path(several).path(0));
            }
        }
        return schema;
    }
}
