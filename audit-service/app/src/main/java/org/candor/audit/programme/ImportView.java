package org.candor.audit.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of an import, or would become of it, row by row. */
@Schema(name = "ProgrammeImport")
public record ImportView(
        @Schema(description = "True where nothing was kept") boolean dryRun,

        long created,
        long unchanged,
        long refused,
        List<RowView> rows) {

    /** CREATED is new, UNCHANGED was there, REFUSED was not kept. */
    public enum Result {
        CREATED,
        UNCHANGED,
        REFUSED
    }

    /**
     * One row.
     *
     * @param row counts up from 1, the header not counted
     * @param line in the file, the header being on line 1
     */
    @Schema(name = "ProgrammeImportRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RowView(
            long row,

            @Schema(description = "In the file, the header being on line 1")
            long line,

            Result result,

            @Schema(nullable = true, description = "Of a refused row")
            String column,

            @Schema(nullable = true, description = "Of a refused row: what the column takes")
            String why) {}

    public ImportView {
        rows = List.copyOf(rows);
    }

    static ImportView of(boolean dryRun, List<RowView> rows) {
        return new ImportView(
                dryRun, count(rows, Result.CREATED), count(rows, Result.UNCHANGED), count(rows, Result.REFUSED), rows);
    }

    private static long count(List<RowView> rows, Result result) {
        return rows.stream().filter(row -> row.result() == result).count();
    }
}
