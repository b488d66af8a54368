package org.candor.notification.reminder;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.candor.notification.reminder.ReaderImportView.Fault;
import org.candor.notification.roster.decision.WayOfNotice;

/** A personnel list as CSV: {@code person}, and where known {@code email}, {@code language} and {@code department}. Pure; for a worker. */
record ReaderFile(List<Reader> readers, List<Fault> faults) {

    static final int MOST_ROWS = 20_000;

    private static final Pattern PERSON = Pattern.compile("[^\\s\\p{Cntrl}]{1,100}");
    private static final Pattern LANGUAGE = Pattern.compile("en|es");
    private static final Pattern DEPARTMENT = Pattern.compile("[^|\\p{Cntrl}]{1,100}");

    /** One line of the list; what is not known is empty, and English is spoken where nothing else is said. */
    record Reader(String person, String email, String language, String department) {}

    private record Column(String name, Predicate<String> form, String message) {}

    private static final List<Column> COLUMNS = List.of(
            new Column(
                    "person", PERSON.asMatchPredicate(), "must be a subject of the identity provider, without blanks"),
            new Column("email", WayOfNotice::isEmail, "must be an e-mail address or empty"),
            new Column("language", LANGUAGE.asMatchPredicate(), "must be en, es or empty"),
            new Column("department", DEPARTMENT.asMatchPredicate(), "must be up to 100 characters without | or empty"));

    ReaderFile {
        readers = List.copyOf(readers);
        faults = List.copyOf(faults);
    }

    /** Empty where it is no such file. */
    static Optional<ReaderFile> read(byte[] file) {
        List<Reader> readers = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .ofNamedCsvRecord(text(file))) {
            for (NamedCsvRecord row : csv) {
                if (!row.getHeader().contains("person") || readers.size() + faults.size() >= MOST_ROWS) {
                    return Optional.empty();
                }
                Optional<Fault> fault = fault(row).or(() -> twice(row, seen));
                fault.ifPresentOrElse(faults::add, () -> readers.add(reader(row)));
            }
            return readers.isEmpty() && faults.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ReaderFile(readers, faults));
        } catch (CsvParseException | UncheckedIOException | CharacterCodingException broken) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Programs for spreadsheets set a mark before the first byte. */
    private static String text(byte[] file) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(file))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Optional<Fault> fault(NamedCsvRecord row) {
        return COLUMNS.stream()
                .filter(column -> !isRight(column, value(row, column.name())))
                .findFirst()
                .map(column -> new Fault(row.getStartingLineNumber(), column.name(), column.message()));
    }

    private static boolean isRight(Column column, String value) {
        boolean mayBeAbsent = !column.name().equals("person");
        return mayBeAbsent && value.isEmpty() || column.form().test(value);
    }

    private static Optional<Fault> twice(NamedCsvRecord row, Set<String> seen) {
        return seen.add(value(row, "person"))
                ? Optional.empty()
                : Optional.of(new Fault(row.getStartingLineNumber(), "person", "stands in the list twice"));
    }

    private static Reader reader(NamedCsvRecord row) {
        String language = value(row, "language");
        return new Reader(
                value(row, "person"),
                value(row, "email"),
                language.isEmpty() ? "en" : language,
                value(row, "department"));
    }

    private static String value(NamedCsvRecord row, String column) {
        return row.findField(column).map(String::strip).orElse("");
    }
}
