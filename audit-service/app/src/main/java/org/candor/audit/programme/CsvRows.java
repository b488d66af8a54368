package org.candor.audit.programme;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.candor.audit.AuditProblem;
import org.candor.kit.errors.Problem;

/** Reads a file of rows: RFC 4180, UTF-8, with a header line. */
final class CsvRows {

    private static final int MOST = 5_000;

    private CsvRows() {}

    /** Refuses a file that lacks a column, has one that nobody reads, or holds too many rows. */
    static List<Map<String, String>> read(byte[] file, Set<String> needed, Set<String> others) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofNamedCsvRecord(text(file))) {
            List<NamedCsvRecord> all = rows.stream().limit(MOST + 1L).toList();
            if (all.size() > MOST) {
                throw new Problem(AuditProblem.UNREADABLE_ROWS).field("body", "at most " + MOST + " rows");
            }
            if (!all.isEmpty() && !isHeader(all.getFirst().getHeader(), needed, others)) {
                throw new Problem(AuditProblem.UNREADABLE_ROWS)
                        .field("header", "needs " + sorted(needed) + ", may have " + sorted(others));
            }
            if (all.stream()
                    .anyMatch(row -> row.getFieldCount() > row.getHeader().size())) {
                throw new Problem(AuditProblem.UNREADABLE_ROWS).field("body", "a row has more cells than the header");
            }
            return all.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (CsvParseException | IOException broken) {
            throw new Problem(AuditProblem.UNREADABLE_ROWS);
        }
    }

    private static boolean isHeader(List<String> header, Set<String> needed, Set<String> others) {
        return header.containsAll(needed)
                && header.stream().allMatch(name -> needed.contains(name) || others.contains(name));
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private static String text(byte[] file) {
        if (file == null || file.length == 0) {
            throw new Problem(AuditProblem.UNREADABLE_ROWS);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException broken) {
            throw new Problem(AuditProblem.UNREADABLE_ROWS);
        }
    }
}
