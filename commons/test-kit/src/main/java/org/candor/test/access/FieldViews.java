package org.candor.test.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.candor.test.Tokens;

/**
 * Holds a service to its table {@code fields.csv}: reads a real object with each role that {@code access.csv} lets through, and
 * compares the fields of the answer with those that the table has for it. A new field, or an operation below the same paths,
 * without a row fails; so does a row of which the answer shows nothing.
 */
public final class FieldViews {

    private static final String FIELDS = "fields.csv";
    private static final String ACCESS = "access.csv";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    private final Map<String, String> values = new HashMap<>();
    private final FieldTable table = FieldTable.read(FIELDS);
    private final AccessTable access = AccessTable.read(ACCESS);
    private Function<String, String> tokens = Tokens::of;

    private FieldViews(Map<String, ?> ids) {
        ids.forEach((name, id) -> values.put(name, id.toString()));
    }

    /** Parameter by parameter what stands for the object in a path or a question. */
    public static FieldViews of(Map<String, ?> values) {
        return new FieldViews(values);
    }

    /** Who reads for each role; {@link Tokens#of} unless said. */
    public FieldViews readBy(Function<String, String> tokenOfRole) {
        tokens = tokenOfRole;
        return this;
    }

    /**
     * Fails unless every reading below these paths shows each role what the table says.
     *
     * @param absent operations, by method and path, of which the fixture has nothing to show
     */
    public void areAsListed(List<String> roots, String... absent) {
        assertThat(table.strangers(access)).as("rows that are about nothing").isEmpty();
        List<Operation> readings = Service.operations().stream()
                .filter(operation -> operation.method().equals("GET")
                        && roots.stream().anyMatch(operation.path()::startsWith)
                        && !List.of(absent).contains(operation.key()))
                .toList();
        assertThat(readings).as("readings below %s", roots).isNotEmpty();
        try (Calls calls = new Calls()) {
            for (Operation reading : readings) {
                AccessTable.ROLES.stream()
                        .filter(role -> !role.equals("service")
                                && access.rows().get(reading.key()).isFor(role))
                        .forEach(role -> calls.check(() -> compare(reading, role, calls)));
            }
            assertThat(calls.findings())
                    .as("fields on which answer and table do not agree")
                    .isEmpty();
        }
    }

    private Optional<String> compare(Operation reading, String role, Calls calls) {
        HttpResponse<byte[]> answer =
                calls.call("GET", reading.address(values), Optional.of(tokens.apply(role)), Optional.empty());
        if (answer.statusCode() != OK) {
            return Optional.of("%s, %s: %d".formatted(reading.key(), role, answer.statusCode()));
        }
        Set<String> shown = isJson(answer) ? paths(answer.body()) : Set.of();
        FieldTable.View view = table.of(reading.key(), role);
        List<String> differences = Stream.concat(
                        shown.stream()
                                .filter(path -> !view.allows(path))
                                .map(path -> "shows " + path + " without a row"),
                        view.always().stream()
                                .filter(path -> !shown.contains(path))
                                .sorted()
                                .map(path -> "does not show " + path))
                .toList();
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of("%s, %s: %s".formatted(reading.key(), role, String.join("; ", differences)));
    }

    private static boolean isJson(HttpResponse<byte[]> answer) {
        return answer.headers()
                .firstValue("Content-Type")
                .map(type -> type.startsWith("application/json"))
                .orElse(false);
    }

    private static Set<String> paths(byte[] body) {
        try {
            Set<String> paths = new TreeSet<>();
            collect("", JSON.readTree(body), paths);
            return paths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null and empty show nothing. */
    private static void collect(String path, JsonNode node, Set<String> paths) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> collect(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), paths));
        } else if (node.isArray()) {
            node.forEach(one -> collect(path + "[]", one, paths));
        } else if (!node.isNull()) {
            paths.add(path);
        }
    }
}
