package org.candor.intake.attempts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.candor.intake.IntakeProblem;
import org.candor.intake.attempts.decision.AttemptRow;
import org.candor.kit.csv.CsvList;
import org.candor.kit.csv.Utf8Text;

/** Reads an import into columns, row by row: CSV with a header line, or one JSON object a line. UTF-8. */
final class RowReader {

    private static final Set<String> NEEDED = Set.of(AttemptRow.SOURCE, AttemptRow.DAY, AttemptRow.ATTEMPTS);
    private static final int MOST = 100_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private RowReader() {}

    /** A row with more cells than the header is one without columns, and refused as such: nobody knows which moved. */
    static List<Map<String, String>> csv(byte[] file) {
        return CsvList.read(file, MOST, IntakeProblem.UNREADABLE_ROWS).with(NEEDED).rows().stream()
                .map(row -> row.overfull() ? Map.<String, String>of() : row.cells())
                .toList();
    }

    static List<Map<String, String>> jsonLines(byte[] file) {
        return Utf8Text.of(file, IntakeProblem.UNREADABLE_ROWS)
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
}
