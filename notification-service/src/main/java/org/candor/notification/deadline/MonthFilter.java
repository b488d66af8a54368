package org.candor.notification.deadline;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which duties of which month are looked at. */
public class MonthFilter {

    @QueryParam("month")
    @Pattern(regexp = "[1-9]\\d{3}-(0[1-9]|1[0-2])", message = "a month such as 2026-12")
    @Schema(
            description = "Absent: this month, in the zone of the first entity that the caller may see",
            examples = "2026-12")
    public String month;

    @QueryParam("role")
    @Pattern(regexp = "privacy-officer|security-officer|administrator|counsel|investigator|auditor")
    @Schema(description = "Whose duty it is")
    public String role;

    @QueryParam("nature")
    @Pattern(regexp = "legal|programme")
    @Schema(description = "Deadlines of law and policy for one matter, or duties of the programme between incidents")
    public String nature;

    @QueryParam("kind")
    @Pattern(regexp = "[A-Z0-9_]{1,60}")
    @Schema(examples = "POLICY_REVIEW")
    public String kind;

    @QueryParam("entityId")
    @Pattern(regexp = "[A-Za-z0-9._-]{1,100}")
    public String entityId;

    @QueryParam("drill")
    @Schema(description = "True for the duties of exercises in place of the real ones")
    public boolean drill;

    Optional<YearMonth> wanted() {
        return Optional.ofNullable(month).map(YearMonth::parse);
    }

    String natureName() {
        return nature == null ? "" : nature.toUpperCase(Locale.ROOT);
    }
}
