package org.candor.notification.sending;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.candor.kit.data.Transactions;

/**
 * What a file of others says of notices, line by line.
 *
 * @param unreadable how many lines could not be read
 */
record ReportFile<L>(List<L> lines, long unreadable) {

    private static final int CHUNK = 200;

    ReportFile {
        lines = List.copyOf(lines);
    }

    /**
     * Reads a CSV file in UTF-8.
     *
     * @param line empty, or failing with what is no value of a field, where a line can't be read
     * @return empty when it is no such file with those columns
     */
    static <L> Optional<ReportFile<L>> read(
            byte[] file, List<String> columns, Function<NamedCsvRecord, Optional<L>> line) {
        List<L> lines = new ArrayList<>();
        long unreadable = 0;
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(new String(file, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord one : csv) {
                if (!one.getHeader().containsAll(columns)) {
                    return Optional.empty();
                }
                Optional<L> read = read(one, line);
                read.ifPresent(lines::add);
                unreadable += read.isPresent() ? 0 : 1;
            }
            return lines.isEmpty() && unreadable == 0
                    ? Optional.empty()
                    : Optional.of(new ReportFile<>(lines, unreadable));
        } catch (CsvParseException | UncheckedIOException broken) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static <L> Optional<L> read(NamedCsvRecord one, Function<NamedCsvRecord, Optional<L>> line) {
        try {
            return line.apply(one);
        } catch (IllegalArgumentException | DateTimeException notALine) {
            return Optional.empty();
        }
    }

    /** Some hundred lines at a time, each time in a transaction of its own: a crash costs one of them. */
    Uni<Void> inChunks(Function<List<L>, Uni<?>> chunk) {
        return Multi.createFrom()
                .iterable(lines)
                .group()
                .intoLists()
                .of(CHUNK)
                .onItem()
                .transformToUniAndConcatenate(
                        some -> Transactions.run(() -> chunk.apply(some).replaceWithVoid()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** One line after another in the session of the caller. */
    static <L, T> Uni<List<T>> each(List<L> lines, Function<L, Uni<? extends T>> line) {
        return Multi.createFrom()
                .iterable(lines)
                .onItem()
                .transformToUniAndConcatenate(line)
                .collect()
                .asList();
    }
}
