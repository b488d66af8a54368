package org.candor.audit.programme;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.OfficerRole;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which duties are asked for; everything that is given must hold. */
public class DutyQuery {

    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    /** By their day, in the entity's zone. */
    public enum When {
        THIS_MONTH,
        LATE
    }

    /** By how they stand. */
    public enum Standing {
        OPEN,
        DONE,
        CANCELLED,
        ALL
    }

    @QueryParam("kind")
    @DefaultValue("")
    @Pattern(regexp = "[A-Z0-9_]{0,40}")
    String kind;

    @QueryParam("department")
    @DefaultValue("")
    @Pattern(regexp = "(" + DutyRequest.CODE + ")?")
    String department;

    @QueryParam("role")
    OfficerRole role;

    @QueryParam("person")
    @DefaultValue("")
    @Pattern(regexp = "(" + DutyRequest.PERSON + ")?")
    String person;

    @QueryParam("parentId")
    @Parameter(description = "Findings that came out of this duty")
    UUID parentId;

    @QueryParam("state")
    @DefaultValue("OPEN")
    Standing state;

    @QueryParam("when")
    When when;

    @QueryParam("until")
    @Parameter(description = "Due on that day or before")
    LocalDate until;

    String parent() {
        return Optional.ofNullable(parentId).map(UUID::toString).orElse("");
    }

    String roleName() {
        return Optional.ofNullable(role).map(OfficerRole::name).orElse("");
    }

    String whenName() {
        return Optional.ofNullable(when).map(When::name).orElse("");
    }

    LocalDate lastDay() {
        return Optional.ofNullable(until).orElse(EVER);
    }

    /** For the record of the reading: codes and ids. */
    String recorded() {
        return "kind=%s&department=%s&role=%s&person=%s&parentId=%s&state=%s&when=%s&until=%s"
                .formatted(kind, department, roleName(), person, parent(), state, whenName(), lastDay());
    }
}
