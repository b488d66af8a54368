package org.candor.intake.exceptions;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The way into a restricted case for somebody outside it who cannot wait. */
@Path("/reports/{incidentId}/break-glass")
@Tag(name = "exceptions")
public class BreakGlassResource {

    private final BreakGlassDesk desk;

    BreakGlassResource(BreakGlassDesk desk) {
        this.desk = desk;
    }

    @POST
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "investigator", "counsel"})
    @Operation(
            operationId = "breakGlass",
            summary =
                    "Open a restricted incident, or as administrator what a report says, for oneself for a time and a reason; it ends"
                            + " by itself",
            description = """
                    Those in charge are told at once, and it stands in the trail and among the exceptions that are reviewed. What one's
                    roles allow is all that it opens, in every service; who reported stays masked. For whom the incident may be about,
                    and for other legal entities, it does not exist here either.""")
    @APIResponse(
            responseCode = "201",
            description = "Open: here at once, in the other services with the routing record that follows",
            content = @Content(schema = @Schema(implementation = ExceptionView.class)))
    @APIResponse(responseCode = "404", description = "There is no such incident for the caller, and there will be none")
    @APIResponse(responseCode = "409", description = "He reads it already")
    public Uni<RestResponse<ExceptionView>> use(
            @PathParam("incidentId") UUID incidentId,
            @NotNull @Valid BreakGlassRequest request,
            @HeaderParam("Idempotency-Key") String idempotencyKey) {
        return desk.use(incidentId, request, idempotencyKey)
                .map(made -> ResponseBuilder.<ExceptionView>created(
                                URI.create("/intake/access-exceptions?entityId=" + made.entityId()))
                        .entity(made)
                        .build());
    }
}
