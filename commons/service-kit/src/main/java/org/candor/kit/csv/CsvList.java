package org.candor.kit.csv;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.candor.kit.errors.ProblemCode;

/**
 * A list that was sent as a file: RFC 4180, UTF-8 with or without its mark, a header line, columns by name in any order.
 * What is wrong with the file refuses all of it and says at which line; what is wrong with one row is for whoever reads it.
 * No refusal repeats a cell. Reading costs CPU: a list of thousands belongs on a worker.
 */
public record CsvList(List<String> header, List<Row> rows, ProblemCode code) {

    /**
     * One row.
     *
     * @param line in the file, the header being on line 1
     * @param cells by column; a column at the end that is left out is not among them
     * @param overfull whether it has more cells than the header, as after a comma without quotes: its cells are not to be trusted
     */
    public record Row(long line, Map<String, String> cells, boolean overfull) {

        public Row {
            cells = Map.copyOf(cells);
        }

        /** The cell without blanks around it; empty where the column is not there or holds nothing. */
        public Optional<String> cell(String column) {
            return Optional.ofNullable(cells.get(column)).map(String::strip).filter(text -> !text.isEmpty());
        }
    }

    public CsvList {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * Reads a whole file.
     *
     * @param most how many rows it may have
     * @param code what a file is refused with that is no such list
     */
    public static CsvList read(byte[] file, int most, ProblemCode code) {
        long line = 0;
        try (CsvReader<CsvRecord> csv = reader(Utf8Text.of(file, code))) {
            Iterator<CsvRecord> records = csv.iterator();
            List<String> header = header(records, code);
            List<Row> rows = new ArrayList<>();
            for (line = 1; records.hasNext(); ) {
                CsvRecord record = records.next();
                if (rows.size() == most) {
                    throw Utf8Text.refusal(code, record.getStartingLineNumber(), "at most " + most + " rows");
                }
                rows.add(row(record, header));
                line = record.getStartingLineNumber();
            }
            return new CsvList(header, rows, code);
        } catch (CsvParseException | IOException broken) {
            throw Utf8Text.refusal(code, line + 1, "a quote is not closed there or further on");
        }
    }

    /** Refuses a header that lacks one of these columns; others may be there. */
    public CsvList with(Set<String> needed) {
        Set<String> lacking = new TreeSet<>(needed);
        header.forEach(lacking::remove);
        if (!lacking.isEmpty()) {
            throw Utf8Text.refusal(code, 1, "the header lacks " + String.join(", ", lacking));
        }
        return this;
    }

    /** As {@link #with(Set)}, and refuses a column that nobody reads. */
    public CsvList with(Set<String> needed, Set<String> others) {
        if (header.stream().anyMatch(name -> !needed.contains(name) && !others.contains(name))) {
            Set<String> known = new TreeSet<>(needed);
            known.addAll(others);
            throw Utf8Text.refusal(code, 1, "the header may have " + String.join(", ", known));
        }
        return with(needed);
    }

    private static CsvReader<CsvRecord> reader(String text) {
        return CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text);
    }

    private static List<String> header(Iterator<CsvRecord> records, ProblemCode code) {
        List<String> header = records.hasNext()
                ? records.next().getFields().stream().map(String::strip).toList()
                : List.of();
        if (header.isEmpty() || new HashSet<>(header).size() < header.size()) {
            throw Utf8Text.refusal(code, 1, "a header that names each column once");
        }
        return header;
    }

    private static Row row(CsvRecord record, List<String> header) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(header.size(), record.getFieldCount()); i++) {
            cells.put(header.get(i), record.getField(i));
        }
        return new Row(record.getStartingLineNumber(), cells, record.getFieldCount() > header.size());
    }
}
