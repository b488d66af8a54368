package org.candor.breach.clearance;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.candor.events.ObligationKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** May this batch go out? For services. */
@Path("/breaches/{incidentId}/clearance")
@Tag(name = "clearance")
public class ClearanceResource {

    private final Clearances clearances;

    ClearanceResource(Clearances clearances) {
        this.clearances = clearances;
    }

    @GET
    @RolesAllowed("service")
    @Operation(
            operationId = "askClearance",
            summary = "May notices of that kind go out now; ask before each batch",
            description =
                    "Needs the role service and the scope breach.clearance. The answer holds for the day it names and"
                            + " for one kind of notice. No answer is no clearance: whoever gets none does not send. It"
                            + " names neither an official nor an agency.")
    @APIResponse(
            responseCode = "200",
            description = "CLEAR, HELD with the first day on which it may go again, DELEGATED, or NOT_OWED",
            content = @Content(schema = @Schema(implementation = ClearanceView.class)))
    @APIResponse(responseCode = "404", description = "No breach assessment of that incident: do not send")
    public Uni<ClearanceView> ask(
            @PathParam("incidentId") UUID incidentId,
            @Parameter(description = "Kind of the notices that are to go out") @QueryParam("kind") @NotNull
                    ObligationKind kind) {
        return clearances.ask(incidentId, kind);
    }
}
