package org.candor.test.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reviewed table of what an answer may hold: {@code method,path,fields,who,why}. Fields are paths between blanks, such as
 * {@code summary.kind} or {@code steps[].result}. One that ends with {@code ?} may be absent where the fixture has none of it,
 * and one that ends with {@code .*} stands for whatever keys there are. Who are the roles that are shown them; why says what
 * for (45 CFR 164.502(b), 164.514(d)).
 */
record FieldTable(List<Row> rows) {

    private static final String HEADING = "method,path,fields,who,why";
    private static final String MAYBE = "?";
    private static final String ANY_KEY = ".*";

    record Row(String operation, List<String> fields, Set<String> who) {}

    FieldTable {
        rows = List.copyOf(rows);
    }

    /** What one role is shown of one operation, as the table has it. */
    record View(Set<String> always, Set<String> maybe, Set<String> withAnyKey) {

        boolean allows(String path) {
            return always.contains(path)
                    || maybe.contains(path)
                    || withAnyKey.stream().anyMatch(start -> path.startsWith(start + "."));
        }
    }

    static FieldTable read(String name) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + name + " among the test resources");
            }
            return parsed(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses a line without a reason, an unknown role, and a field that a role has twice. */
    static FieldTable parsed(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (!HEADING.equals(lines.getFirst())) {
            throw new IllegalStateException("The table begins with " + HEADING);
        }
        List<Row> rows = lines.stream().skip(1).map(FieldTable::row).toList();
        Map<String, Set<String>> seen = new HashMap<>();
        for (Row row : rows) {
            for (String role : row.who()) {
                Set<String> ofRole = seen.computeIfAbsent(row.operation() + ", " + role, unseen -> new HashSet<>());
                row.fields().forEach(field -> {
                    if (!ofRole.add(plain(field))) {
                        throw new IllegalStateException(
                                "Twice in the table: %s of %s for %s".formatted(field, row.operation(), role));
                    }
                });
            }
        }
        return new FieldTable(rows);
    }

    private static Row row(String line) {
        String[] cells = line.split(",", 5);
        if (cells.length != 5 || cells[2].isBlank() || cells[4].isBlank()) {
            throw new IllegalStateException("A line is " + HEADING + ": " + line);
        }
        Set<String> who = Stream.of(cells[3].split(" ")).collect(Collectors.toSet());
        who.stream()
                .filter(name -> !AccessTable.ROLES.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalStateException("Nobody is called '%s': %s".formatted(unknown, line));
                });
        return new Row(cells[0] + " " + cells[1], List.of(cells[2].split(" ")), who);
    }

    View of(String operation, String role) {
        Set<String> always = new HashSet<>();
        Set<String> maybe = new HashSet<>();
        Set<String> withAnyKey = new HashSet<>();
        rows.stream()
                .filter(row -> row.operation().equals(operation) && row.who().contains(role))
                .flatMap(row -> row.fields().stream())
                .forEach(field -> {
                    if (field.endsWith(ANY_KEY)) {
                        withAnyKey.add(plain(field));
                    } else if (field.endsWith(MAYBE)) {
                        maybe.add(plain(field));
                    } else {
                        always.add(field);
                    }
                });
        return new View(always, maybe, withAnyKey);
    }

    /** Rows that are about no reading of the other table, or show it to somebody who is not let through there. */
    List<String> strangers(AccessTable access) {
        List<String> strangers = new ArrayList<>();
        for (Row row : rows) {
            AccessTable.Row known = access.rows().get(row.operation());
            if (known == null || !known.method().equals("GET")) {
                strangers.add(row.operation() + " is no reading of access.csv");
            } else {
                row.who().stream()
                        .filter(role -> !known.isFor(role))
                        .forEach(role -> strangers.add(row.operation() + " is not for " + role));
            }
        }
        return strangers;
    }

    private static String plain(String field) {
        if (field.endsWith(ANY_KEY)) {
            return field.substring(0, field.length() - ANY_KEY.length());
        }
        return field.endsWith(MAYBE) ? field.substring(0, field.length() - 1) : field;
    }
}
