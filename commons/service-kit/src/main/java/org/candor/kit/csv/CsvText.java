package org.candor.kit.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** A list as RFC 4180 text. Belongs on a worker; words that people typed must be kept from becoming formulas before. */
public final class CsvText {

    private CsvText() {}

    /** One record for each; a cell that is null is empty. */
    public static <T> String of(List<String> header, List<T> rows, Function<T, List<?>> cells) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(header);
            rows.forEach(row -> csv.writeRecord(cells.apply(row).stream()
                    .map(cell -> Objects.toString(cell, ""))
                    .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
