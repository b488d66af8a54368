package org.candor.notification.sending;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A line of what the print house or the post reports. {@code mark} is the return mark of the letter without its dash. */
record PostalLine(String mark, Event event, LocalDate on) {

    /** What happened to a letter. */
    enum Event {
        MAILED,
        RETURNED
    }

    /** What could be read of a file, and how many lines could not. */
    record Report(List<PostalLine> lines, long unreadable) {

        Report {
            lines = List.copyOf(lines);
        }
    }

    private static final List<String> COLUMNS = List.of("reference", "event", "on");
    private static final Pattern MARK = Pattern.compile("[0-9a-f]{12}");

    /** Empty when it is not a CSV file with the columns {@code reference, event, on}. */
    static Optional<Report> read(byte[] file) {
        List<PostalLine> lines = new ArrayList<>();
        long unreadable = 0;
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(new String(file, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord line : csv) {
                if (!line.getHeader().containsAll(COLUMNS)) {
                    return Optional.empty();
                }
                Optional<PostalLine> read = read(line);
                read.ifPresent(lines::add);
                unreadable += read.isPresent() ? 0 : 1;
            }
            return lines.isEmpty() && unreadable == 0 ? Optional.empty() : Optional.of(new Report(lines, unreadable));
        } catch (CsvParseException | UncheckedIOException broken) {
            return Optional.empty();
        } catch (java.io.IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The mark as it is printed, or the id of the notice. */
    static Optional<String> mark(String reference) {
        String plain = reference.strip().toLowerCase(Locale.ROOT).replace("-", "");
        String mark = plain.length() == 32 ? plain.substring(20) : plain;
        return MARK.matcher(mark).matches() ? Optional.of(mark) : Optional.empty();
    }

    private static Optional<PostalLine> read(NamedCsvRecord line) {
        try {
            Event event = Event.valueOf(line.getField("event").strip().toUpperCase(Locale.ROOT));
            LocalDate on = LocalDate.parse(line.getField("on").strip());
            return mark(line.getField("reference")).map(mark -> new PostalLine(mark, event, on));
        } catch (IllegalArgumentException | DateTimeException notALine) {
            return Optional.empty();
        }
    }
}
