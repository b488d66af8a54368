package org.candor.notification.reminder;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reminder as an officer drafts it. */
public record ReminderRequest(
        @NotNull @CleanText(max = 63) @Schema(examples = "larkspur-falls")
        String entityId,

        @Pattern(regexp = "[A-Z_]{1,40}")
        @Schema(
                description = "One of GET /reminders/kinds; absent: SECURITY_REMINDER",
                examples = "REPORTING_PROGRAMME")
        String kind,

        @NotNull @Valid Text english,
        @NotNull @Valid Text spanish,

        @Size(max = 20) @Schema(description = "Roles of the identity provider; absent or empty: everybody")
        List<@NotNull @Pattern(regexp = "[a-z-]{1,40}") String> roles,

        @Size(max = 100) @Schema(description = "Departments as tokens name them; absent or empty: all")
        List<@NotNull @Pattern(regexp = "[^|]{1,100}") String> departments,

        @NotNull @Schema(description = "First day of issue, local day of the entity")
        LocalDate startsOn,

        @Min(0) @Max(3660) @Schema(description = "Days from one issue to the next; 0 for once", examples = "90")
        int everyDays,

        @Min(0)
        @Max(120)
        @Schema(
                description = "Calendar months in place of days; from 31 August six months are 28 or 29 February",
                examples = "0")
        int everyMonths,

        @NotNull @Schema(description = "Last day on which it may be issued")
        LocalDate endsOn) {

    static final String USUAL_KIND = "SECURITY_REMINDER";

    public ReminderRequest {
        kind = kind == null ? USUAL_KIND : kind;
        roles = roles == null ? List.of() : List.copyOf(roles);
        departments = departments == null ? List.of() : List.copyOf(departments);
    }

    /** Title and text in one language. */
    @Schema(name = "ReminderText")
    public record Text(
            @NotNull @CleanText(max = 120) @Schema(examples = "Report what looks wrong within a day")
            String title,

            @NotNull @CleanText(max = 4000) String body) {}
}
