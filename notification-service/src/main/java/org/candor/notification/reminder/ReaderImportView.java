package org.candor.notification.reminder;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a list of readers is, or would be, against the one that is there. */
@Schema(name = "ReminderReaderImport")
public record ReaderImportView(
        @Schema(description = "True where the file was only tried")
        boolean dryRun,

        int rows,
        int added,
        int changed,
        int removed,
        int unchanged,

        @Schema(description = "Rows without an address: they are expected to read it, and get no mail")
        int withoutEmail,

        @Schema(description = "Rows that are wrong, up to 200; only a trial answers with such")
        List<Fault> faults,

        @Schema(description = "SHA-256 of the file, hexadecimal, as the trail has it")
        String sha256,

        @JsonIgnore long version) {

    public ReaderImportView {
        faults = List.copyOf(faults);
    }

    /**
     * What is wrong with one row; never what stands in it.
     *
     * @param line of the file, the heading is the first
     */
    @Schema(name = "ReminderReaderFault")
    public record Fault(long line, String column, String message) {}
}
