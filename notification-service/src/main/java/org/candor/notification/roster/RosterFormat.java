package org.candor.notification.roster;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a roster file is to be read, as the officer said. Nothing is guessed: a wrong guess would put letters into wrong hands.
 *
 * @param columns the file's header, in lower case, to the column it means; other headers must be our own names
 * @param ignored headers of columns that are not read, in lower case
 */
record RosterFormat(
        Kind kind, char delimiter, String encoding, Map<String, RosterColumn> columns, List<String> ignored) {

    enum Kind {
        CSV,
        XLSX
    }

    /** What a file is without any word about it. */
    static final RosterFormat PLAIN = new RosterFormat(Kind.CSV, ',', "UTF-8", Map.of(), List.of());

    RosterFormat {
        columns = Map.copyOf(columns);
        ignored = List.copyOf(ignored);
    }

    Charset charset() {
        return encoding.equals("windows-1252") ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
    }

    boolean ignores(String header) {
        return ignored.contains(key(header));
    }

    Optional<RosterColumn> column(String header) {
        return Optional.ofNullable(columns.get(key(header))).or(() -> RosterColumn.named(header));
    }

    static String key(String header) {
        return header.strip().toLowerCase(Locale.ROOT);
    }
}
