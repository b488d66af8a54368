package org.candor.local.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The command {@code sbom}: reads the bill of materials, lists its licences, and fails where a library comes under none that
 * is allowed. Where a library leaves the choice among several, one of them suffices.
 */
public final class Licences {

    private static final String ALLOWED = "licences.txt";

    private Licences() {}

    public static void main(String[] arguments) throws IOException {
        JsonNode bill = new ObjectMapper().readTree(Path.of(arguments[0]).toFile());
        byLicence(bill).forEach((licence, libraries) -> System.out.printf("%4d  %s%n", libraries.size(), licence));
        List<String> refused = refused(bill, allowed());
        refused.forEach(library -> System.err.println("not allowed: " + library));
        System.exit(refused.isEmpty() ? 0 : 1);
    }

    /** One a line; what stands behind {@code #} is the reason. */
    static Set<String> allowed() throws IOException {
        try (var in = Licences.class.getResourceAsStream(ALLOWED)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    static List<String> refused(JsonNode bill, Set<String> allowed) {
        List<String> refused = new ArrayList<>();
        for (JsonNode library : bill.path("components")) {
            Set<String> licences = of(library);
            if (licences.stream().noneMatch(allowed::contains)) {
                refused.add(name(library) + " " + licences);
            }
        }
        return refused;
    }

    static Map<String, List<String>> byLicence(JsonNode bill) {
        Map<String, List<String>> all = new TreeMap<>();
        for (JsonNode library : bill.path("components")) {
            of(library)
                    .forEach(licence -> all.computeIfAbsent(licence, key -> new ArrayList<>())
                            .add(name(library)));
        }
        return all;
    }

    /** Its SPDX id, or its name where it has none; an expression counts as it is written. */
    private static Set<String> of(JsonNode library) {
        Set<String> licences = new TreeSet<>();
        for (JsonNode choice : library.path("licenses")) {
            JsonNode licence = choice.path("license");
            String id = licence.path("id")
                    .asText(licence.path("name")
                            .asText(choice.path("expression").asText()));
            licences.add(id.strip());
        }
        return licences;
    }

    private static String name(JsonNode library) {
        return "%s:%s:%s"
                .formatted(
                        library.path("group").asText(),
                        library.path("name").asText(),
                        library.path("version").asText());
    }
}
