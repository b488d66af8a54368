package org.candor.test.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reviewed table of a service: {@code method,path,who,why}. Who is {@link #ANYONE}, {@link #SIGNED_IN}, or roles and
 * scopes between blanks; why says what the operation shows and for which purpose, so that a reviewer can tell whether it
 * is the minimum necessary (45 CFR 164.502(b), 164.514(d)).
 */
record AccessTable(Map<String, Row> rows) {

    /** No token is asked for. */
    static final String ANYONE = "anyone";

    /** A valid token, whatever its roles. */
    static final String SIGNED_IN = "signed-in";

    static final String SCOPE = "scope:";

    static final List<String> ROLES = List.of(
            "workforce",
            "business-associate",
            "manager",
            "investigator",
            "privacy-officer",
            "security-officer",
            "administrator",
            "counsel",
            "auditor",
            "operator",
            "service");

    private static final String HEADING = "method,path,who,why";

    record Row(String method, String path, Set<String> who, String why) {

        Row {
            who = Set.copyOf(who);
        }

        String key() {
            return method + " " + path;
        }

        boolean isForAnyone() {
            return who.contains(ANYONE);
        }

        /** Whether a token with that role, and without a scope, may pass. */
        boolean isFor(String role) {
            return isForAnyone() || who.contains(SIGNED_IN) || who.contains(role);
        }

        List<String> scopes() {
            return who.stream()
                    .filter(name -> name.startsWith(SCOPE))
                    .map(name -> name.substring(SCOPE.length()))
                    .toList();
        }
    }

    /** The table of that name on the class path. */
    static AccessTable read(String name) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + name + " among the test resources");
            }
            return parsed(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses a line that names nobody, an unknown role, or an operation for the second time. */
    static AccessTable parsed(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (!HEADING.equals(lines.getFirst())) {
            throw new IllegalStateException("The table begins with " + HEADING);
        }
        Map<String, Row> rows = new LinkedHashMap<>();
        lines.stream().skip(1).map(AccessTable::row).forEach(row -> {
            if (rows.put(row.key(), row) != null) {
                throw new IllegalStateException("Twice in the table: " + row.key());
            }
        });
        return new AccessTable(rows);
    }

    private static Row row(String line) {
        String[] cells = line.split(",", 4);
        if (cells.length != 4 || cells[3].isBlank()) {
            throw new IllegalStateException("A line is method,path,who,why: " + line);
        }
        Set<String> who = Stream.of(cells[2].split(" ")).collect(Collectors.toSet());
        who.stream()
                .filter(name -> !ROLES.contains(name)
                        && !name.startsWith(SCOPE)
                        && !name.equals(ANYONE)
                        && !name.equals(SIGNED_IN))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalStateException("Nobody is called '%s': %s".formatted(unknown, line));
                });
        return new Row(cells[0], cells[1], who, cells[3]);
    }

    /** What table, document and server do not agree on, in words; empty when each knows the same operations. */
    List<String> disagreements(Collection<String> documented, Collection<String> served) {
        Set<String> all = new TreeSet<>(rows.keySet());
        all.addAll(documented);
        all.addAll(served);
        Set<String> inDocument = new HashSet<>(documented);
        Set<String> onServer = new HashSet<>(served);
        return all.stream()
                .map(operation -> operation
                        + (rows.containsKey(operation) ? "" : " has no row in the table;")
                        + (inDocument.contains(operation) ? "" : " is not in the OpenAPI document;")
                        + (onServer.contains(operation) ? "" : " is not served;"))
                .filter(finding -> finding.endsWith(";"))
                .toList();
    }
}
