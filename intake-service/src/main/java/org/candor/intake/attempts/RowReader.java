package org.candor.intake.attempts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.candor.intake.IntakeProblem;
import org.candor.intake.attempts.decision.AttemptRow;
import org.candor.kit.errors.Problem;

/** Reads an import into columns, row by row: CSV with a header line, or one JSON object a line. UTF-8. */
final class RowReader {

    private static final Set<String> NEEDED = Set.of(AttemptRow.SOURCE, AttemptRow.DAY, AttemptRow.ATTEMPTS);
    private static final ObjectMapper JSON = new ObjectMapper();

    private RowReader() {}

    static List<Map<String, String>> csv(byte[] file) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofNamedCsvRecord(text(file))) {
            List<NamedCsvRecord> all = rows.stream().toList();
            if (!all.isEmpty() && !all.getFirst().getHeader().containsAll(NEEDED)) {
                throw new Problem(IntakeProblem.UNREADABLE_ROWS).field("header", "source, day, attempts and system");
            }
            return all.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (CsvParseException | java.io.IOException broken) {
            throw new Problem(IntakeProblem.UNREADABLE_ROWS);
        }
    }

    static List<Map<String, String>> jsonLines(byte[] file) {
        return text(file)
                .lines()
                .filter(line -> !line.isBlank())
                .map(RowReader::json)
                .toList();
    }

    /** A line that is no object is a row without columns, and refused as such. */
    private static Map<String, String> json(String line) {
        return object(line)
                .map(object -> object.properties().stream()
                        .filter(property -> property.getValue().isValueNode())
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                property -> property.getValue().asText())))
                .orElse(Map.of());
    }

    private static Optional<JsonNode> object(String line) {
        try {
            return Optional.of(JSON.readTree(line)).filter(JsonNode::isObject);
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }

    private static String text(byte[] file) {
        if (file == null || file.length == 0) {
            throw new Problem(IntakeProblem.UNREADABLE_ROWS);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException broken) {
            throw new Problem(IntakeProblem.UNREADABLE_ROWS);
        }
    }
}
