package org.candor.intake.attempts.decision;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Pattern;

/** A row of an import, once it is read: it is taken, or it says which column is wrong. Values are never repeated. */
public sealed interface AttemptRow {

    String SOURCE = "source";
    String DAY = "day";
    String ATTEMPTS = "attempts";
    String SYSTEM = "system";

    /** A record to keep. */
    record Taken(String source, LocalDate day, String system, long attempts) implements AttemptRow {

        /** There is one record for each of these. */
        public record Key(String source, LocalDate day) {}

        public Key key() {
            return new Key(source, day);
        }
    }

    /** Nothing of it is kept. */
    record Refused(String column, String why) implements AttemptRow {}

    int LONGEST = 200;
    long MOST = 1_000_000_000_000L;
    Pattern COUNT = Pattern.compile("[1-9]\\d{0,12}");
    Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /**
     * Reads the columns of one row.
     *
     * @param today the entity's day; attempts of later days have not happened
     */
    static AttemptRow of(Map<String, String> columns, LocalDate today) {
        String source = text(columns, SOURCE);
        String system = text(columns, SYSTEM);
        if (source.isEmpty() || isUnfit(source)) {
            return new Refused(SOURCE, "1 to 200 characters on one line");
        }
        if (isUnfit(system)) {
            return new Refused(SYSTEM, "at most 200 characters on one line");
        }
        String count = text(columns, ATTEMPTS);
        if (!COUNT.matcher(count).matches() || Long.parseLong(count) > MOST) {
            return new Refused(ATTEMPTS, "a whole number from 1");
        }
        return onDay(columns, today, source, system, Long.parseLong(count));
    }

    private static AttemptRow onDay(
            Map<String, String> columns, LocalDate today, String source, String system, long attempts) {
        try {
            LocalDate day = LocalDate.parse(text(columns, DAY));
            return day.isAfter(today) || day.getYear() < 2000
                    ? new Refused(DAY, "from 2000 to today in the entity's zone")
                    : new Taken(source, day, system, attempts);
        } catch (DateTimeParseException e) {
            return new Refused(DAY, "an ISO date such as 2026-03-02");
        }
    }

    private static boolean isUnfit(String text) {
        return text.codePointCount(0, text.length()) > LONGEST
                || CONTROL.matcher(text).find();
    }

    private static String text(Map<String, String> columns, String name) {
        return columns.getOrDefault(name, "").strip();
    }
}
