package org.candor.notification.deadline;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.UUID;
import org.candor.events.OfficerRole;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the board is narrowed by; each absent parameter narrows nothing, but only open and real duties are shown unasked. */
public class DeadlineFilter {

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    @QueryParam("state")
    @Pattern(regexp = "open|met|cancelled|all")
    @Schema(description = "Absent: open", examples = "open")
    public String state;

    @QueryParam("role")
    @Pattern(regexp = "privacy-officer|security-officer|administrator|counsel|investigator|auditor")
    @Schema(description = "Whose duty it is")
    public String role;

    @QueryParam("kind")
    @Schema(examples = "INDIVIDUAL_NOTICE")
    public String kind;

    @QueryParam("nature")
    @Pattern(regexp = "legal|programme")
    @Schema(description = "Deadlines of law and policy for one matter, or duties of the programme between incidents")
    public String nature;

    @QueryParam("entityId")
    public String entityId;

    @QueryParam("incidentId")
    public UUID incidentId;

    @QueryParam("service")
    @Schema(description = "Who owns the duty", examples = "breach")
    public String service;

    @QueryParam("late")
    @Schema(description = "True for what is or was late, false for what is or was in time")
    public Boolean late;

    @QueryParam("dueFrom")
    @Schema(description = "Due on this day or later", examples = "2026-03-10")
    public String dueFrom;

    @QueryParam("dueUntil")
    @Schema(description = "Due on this day or earlier", examples = "2026-04-10")
    public String dueUntil;

    @QueryParam("updatedSince")
    @Schema(description = "Changed at this instant or later", examples = "2026-03-10T15:00:00Z")
    public String updatedSince;

    @QueryParam("drill")
    @Schema(description = "True for the duties of exercises in place of the real ones")
    public boolean drill;

    static DeadlineFilter of(String role, boolean drill) {
        DeadlineFilter filter = new DeadlineFilter();
        filter.role = role.isEmpty() ? null : role;
        filter.drill = drill;
        return filter;
    }

    String stateName() {
        return state == null ? "OPEN" : state.toUpperCase(Locale.ROOT);
    }

    String roleName() {
        return roleName(role);
    }

    /** As rows name it; empty where the parameter names none. */
    static String roleName(String tokenRole) {
        for (OfficerRole one : OfficerRole.values()) {
            if (one.tokenRole().equals(tokenRole)) {
                return one.name();
            }
        }
        return "";
    }

    String natureName() {
        return nature == null ? "" : nature.toUpperCase(Locale.ROOT);
    }

    String lateness() {
        if (late == null) {
            return "ANY";
        }
        return late ? "LATE" : "IN_TIME";
    }

    LocalDate from() {
        return dueFrom == null ? FIRST_DAY : day("dueFrom", dueFrom);
    }

    LocalDate until() {
        return dueUntil == null ? LAST_DAY : day("dueUntil", dueUntil);
    }

    Instant since() {
        try {
            return updatedSince == null ? Instant.EPOCH : Instant.parse(updatedSince);
        } catch (DateTimeParseException malformed) {
            throw unreadable("updatedSince", "an instant such as 2026-03-10T15:00:00Z");
        }
    }

    private static LocalDate day(String name, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
                throw unreadable(name, "a day such as 2026-03-10");
            }
            return day;
        } catch (DateTimeParseException malformed) {
            throw unreadable(name, "a day such as 2026-03-10");
        }
    }

    private static Problem unreadable(String name, String form) {
        return new Problem(CommonProblem.UNREADABLE_PARAMETER).field(name, form);
    }
}
