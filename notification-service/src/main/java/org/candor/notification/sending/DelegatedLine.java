package org.candor.notification.sending;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.candor.events.NoticeMethod;

/** A line of an associate's listing: whom it told, how and when, and whether that came back. */
record DelegatedLine(String externalId, NoticeMethod method, LocalDate sentOn, Optional<LocalDate> returnedOn) {

    record Listing(List<DelegatedLine> lines, long unreadable) {

        Listing {
            lines = List.copyOf(lines);
        }
    }

    private static final List<String> COLUMNS = List.of("external_id", "method", "sent_on", "returned_on");
    private static final Set<NoticeMethod> DIRECT =
            Set.of(NoticeMethod.FIRST_CLASS_MAIL, NoticeMethod.EMAIL, NoticeMethod.TELEPHONE);

    /** Empty when it is not a CSV file with those columns. */
    static Optional<Listing> read(byte[] file) {
        List<DelegatedLine> lines = new ArrayList<>();
        long unreadable = 0;
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(new String(file, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord line : csv) {
                if (!line.getHeader().containsAll(COLUMNS)) {
                    return Optional.empty();
                }
                Optional<DelegatedLine> read = read(line);
                read.ifPresent(lines::add);
                unreadable += read.isPresent() ? 0 : 1;
            }
            return lines.isEmpty() && unreadable == 0 ? Optional.empty() : Optional.of(new Listing(lines, unreadable));
        } catch (CsvParseException | UncheckedIOException broken) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Optional<DelegatedLine> read(NamedCsvRecord line) {
        try {
            String id = line.getField("external_id").strip();
            NoticeMethod method =
                    NoticeMethod.valueOf(line.getField("method").strip().toUpperCase(Locale.ROOT));
            LocalDate sentOn = LocalDate.parse(line.getField("sent_on").strip());
            String returned = line.getField("returned_on").strip();
            Optional<LocalDate> returnedOn =
                    returned.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(returned));
            boolean good = !id.isEmpty()
                    && DIRECT.contains(method)
                    && returnedOn.filter(day -> day.isBefore(sentOn)).isEmpty();
            return good ? Optional.of(new DelegatedLine(id, method, sentOn, returnedOn)) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException notALine) {
            return Optional.empty();
        }
    }

    boolean after(LocalDate today) {
        return sentOn.isAfter(today)
                || returnedOn.filter(day -> day.isAfter(today)).isPresent();
    }
}
