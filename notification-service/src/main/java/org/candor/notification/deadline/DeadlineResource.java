package org.candor.notification.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.events.OfficerRole;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The deadline board: every duty of every service that the caller may see, by due day. */
@Path("/deadlines")
@Tag(name = "deadlines")
public class DeadlineResource {

    private static final String STATES = "open|met|cancelled|all";
    private static final String ROLES = "privacy-officer|security-officer|administrator|counsel|investigator|auditor";

    private final Deadlines deadlines;

    DeadlineResource(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "investigator", "auditor"})
    @Operation(operationId = "listDeadlines", summary = "The board as JSON, or as CSV with Accept: text/csv")
    public Uni<List<DeadlineView>> board(
            @QueryParam("state") @DefaultValue("open") @Pattern(regexp = STATES) String state,
            @QueryParam("role") @Pattern(regexp = ROLES) String role,
            @Parameter(description = "True for the deadlines of exercises in place of the real ones")
                    @QueryParam("drill")
                    @DefaultValue("false")
                    boolean drill) {
        return deadlines.board(state.toUpperCase(Locale.ROOT), role(role), drill);
    }

    @GET
    @Produces("text/csv;charset=UTF-8")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "investigator", "auditor"})
    @Operation(hidden = true)
    public Uni<String> csv(
            @QueryParam("state") @DefaultValue("open") @Pattern(regexp = STATES) String state,
            @QueryParam("role") @Pattern(regexp = ROLES) String role,
            @Parameter(description = "True for the deadlines of exercises in place of the real ones")
                    @QueryParam("drill")
                    @DefaultValue("false")
                    boolean drill) {
        return deadlines
                .board(state.toUpperCase(Locale.ROOT), role(role), drill)
                .map(DeadlineResource::csv);
    }

    private static OfficerRole role(String name) {
        return Arrays.stream(OfficerRole.values())
                .filter(role -> role.tokenRole().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String csv(List<DeadlineView> board) {
        return "due_on,days_left,late,state,role,kind,title,incident_id,entity_id,citation,met_on,drill\r\n"
                + board.stream()
                        .map(one -> Stream.of(
                                                one.dueOn(),
                                                one.daysLeft(),
                                                one.late(),
                                                one.state(),
                                                one.role(),
                                                one.kind(),
                                                one.title(),
                                                one.incidentId(),
                                                one.entityId(),
                                                one.citation(),
                                                one.metOn(),
                                                one.drill() ? "DRILL" : "")
                                        .map(value -> cell(Objects.toString(value, "")))
                                        .collect(Collectors.joining(","))
                                + "\r\n")
                        .collect(Collectors.joining());
    }

    /** Quoted where needed, and never the beginning of a formula; a negative number is none. */
    private static String cell(String text) {
        String safe = text.matches("[=+@\\t\\r].*|-(?!\\d+$).*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
