package org.candor.breach.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is to be entered into the Secretary's portal for one year: one entry per breach, and one more for its Part 2 report.
 *
 * @param due last lawful day; entering earlier is allowed, on one day or on many
 * @param open how many are still to be entered
 */
@Schema(name = "AnnualRun")
public record AnnualRunView(int year, LocalDate due, int open, List<Entry> entries, String disclaimer) {

    public AnnualRunView {
        entries = List.copyOf(entries);
    }

    /** Whose report it is. */
    public enum Report {
        HIPAA,
        PART2
    }

    /**
     * One form.
     *
     * @param entered whether it was entered, with day and number
     * @param screens answers in the order of the portal's screens
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AnnualRunEntry")
    public record Entry(
            UUID incidentId,
            UUID importId,
            String reference,
            Report report,
            LocalDate due,
            boolean entered,
            LocalDate enteredOn,
            String trackingNumber,
            List<Screen> screens) {

        public Entry {
            screens = List.copyOf(screens);
        }
    }

    /** One screen of the portal. */
    @Schema(name = "PortalScreen")
    public record Screen(String title, List<Field> fields) {
        public Screen {
            fields = List.copyOf(fields);
        }
    }

    /**
     * One field.
     *
     * @param answer what is known here; absent where it stands on the breach's worksheet at notification-service
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PortalField")
    public record Field(String name, String answer) {}
}
