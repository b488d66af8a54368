package org.candor.notification.roster;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.candor.kit.errors.Problem;
import org.candor.notification.NotificationProblem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a roster file is to be read. Nothing of it is guessed. */
public record RosterImportRequest(
        @NotNull @Schema(description = "XLSX of up to 16 MB, its first sheet; larger files as CSV")
        RosterFormat.Kind kind,

        @Pattern(regexp = "[,;|\t]") @Schema(description = "Of a CSV file; a comma when it is not said", examples = ";")
        String delimiter,

        @Pattern(regexp = "UTF-8|windows-1252")
        @Schema(description = "Of a CSV file; UTF-8 when it is not said. UTF-16 is known by its mark")
        String encoding,

        @Size(max = 60)
        @Schema(
                description =
                        "The file's headers to the columns they mean; a header that is a column's own name needs none",
                examples = "{\"Patient ID\": \"external_id\", \"Last\": \"family_name\"}")
        Map<@Size(max = 200) String, @Size(max = 60) String> columns,

        @Size(max = 200) @Schema(description = "Headers of columns that are not to be read, such as a diagnosis")
        List<@Size(max = 200) String> ignored,

        @Pattern(regexp = "[0-9a-f]{64}")
        @Schema(description = "SHA-256 of the whole file, if known: a file that was cut off on the way is refused")
        String sha256) {

    RosterFormat format() {
        return new RosterFormat(
                kind,
                delimiter == null ? ',' : delimiter.charAt(0),
                encoding == null ? "UTF-8" : encoding,
                columns == null
                        ? Map.of()
                        : columns.entrySet().stream()
                                .collect(Collectors.toMap(
                                        entry -> RosterFormat.key(entry.getKey()),
                                        entry -> column(entry.getKey(), entry.getValue()),
                                        (first, second) -> first)),
                ignored == null
                        ? List.of()
                        : ignored.stream().map(RosterFormat::key).toList());
    }

    private static RosterColumn column(String header, String name) {
        return RosterColumn.named(name)
                .orElseThrow(
                        () -> new Problem(NotificationProblem.UNKNOWN_ROSTER_COLUMN).field("/columns/" + header, name));
    }
}
