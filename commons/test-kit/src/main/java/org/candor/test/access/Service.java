package org.candor.test.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The service under test, as it describes itself. */
final class Service {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Service() {}

    /** Its OpenAPI document. */
    static JsonNode document() {
        try (Calls calls = new Calls()) {
            return JSON.readTree(calls.call("GET", "/q/openapi?format=json", Optional.empty(), Optional.empty())
                    .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Operation> operations() {
        return Operations.documented(document(), Calls.root());
    }
}
