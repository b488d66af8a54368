package org.candor.test.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * One operation as the OpenAPI document has it.
 *
 * @param path below the service's root, parameters in braces without their pattern
 * @param contentTypes what the body may be sent as; empty where the operation takes none
 * @param parameters what stands in the path, each with an example where one can be made from its type alone
 * @param queries what must be asked with, in the same way
 */
record Operation(
        String method,
        String path,
        List<String> contentTypes,
        Map<String, Optional<String>> parameters,
        Map<String, Optional<String>> queries) {

    Operation {
        contentTypes = List.copyOf(contentTypes);
        parameters = Map.copyOf(parameters);
        queries = Map.copyOf(queries);
    }

    /** As the table names it. */
    String key() {
        return method + " " + path;
    }

    /** The path with each parameter filled: from the given values, else from its type; and what must be asked with. */
    String address(Map<String, String> values) {
        String address = path;
        for (Map.Entry<String, Optional<String>> parameter : new TreeMap<>(parameters).entrySet()) {
            String value = Optional.ofNullable(values.get(parameter.getKey()))
                    .or(parameter::getValue)
                    .orElseThrow(() -> new IllegalStateException(
                            "Say what {%s} of %s may be: add it to the fixture".formatted(parameter.getKey(), key())));
            address = address.replace("{" + parameter.getKey() + "}", value);
        }
        return address + question(values);
    }

    private String question(Map<String, String> values) {
        StringJoiner question = new StringJoiner("&", "?", "").setEmptyValue("");
        new TreeMap<>(queries)
                .forEach((name, example) -> Optional.ofNullable(values.get(name))
                        .or(() -> example)
                        .ifPresent(value -> question.add(name + "=" + value)));
        return question.toString();
    }

    /** What may be sent, the least of each type; where it takes no body, once none. */
    List<Optional<Calls.Body>> bodies() {
        return contentTypes.isEmpty()
                ? List.of(Optional.empty())
                : contentTypes.stream().map(Calls.Body::least).map(Optional::of).toList();
    }

    boolean takes(List<String> names) {
        return names.stream().anyMatch(parameters::containsKey);
    }
}
