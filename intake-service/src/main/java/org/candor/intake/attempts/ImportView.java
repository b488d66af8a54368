package org.candor.intake.attempts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of an import, row by row. */
@Schema(name = "AttemptImport")
public record ImportView(long created, long updated, long unchanged, long refused, List<RowView> rows) {

    /** CREATED is new, UPDATED replaces what an earlier file said, UNCHANGED was there, REFUSED was not kept. */
    public enum Result {
        CREATED,
        UPDATED,
        UNCHANGED,
        REFUSED
    }

    /**
     * One row.
     *
     * @param row counts up from 1, the header not counted
     */
    @Schema(name = "AttemptImportRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RowView(
            long row,
            Result result,
            @Schema(description = "Of a refused row") String column,

            @Schema(description = "Of a refused row: what the column takes")
            String why) {}

    static ImportView of(List<RowView> rows) {
        return new ImportView(
                count(rows, Result.CREATED),
                count(rows, Result.UPDATED),
                count(rows, Result.UNCHANGED),
                count(rows, Result.REFUSED),
                rows);
    }

    private static long count(List<RowView> rows, Result result) {
        return rows.stream().filter(row -> row.result() == result).count();
    }
}
