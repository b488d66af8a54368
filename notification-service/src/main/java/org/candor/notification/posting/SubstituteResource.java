package org.candor.notification.posting;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.candor.kit.errors.ProblemView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Substitute notice of a campaign, whatever its form. */
@Path("/campaigns/{incidentId}/substitute-notice")
@Tag(name = "posting")
@APIResponse(
        responseCode = "404",
        description = "Not there, or not to be seen by the caller",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemView.class)))
@APIResponse(
        responseCode = "409",
        description = "The state refuses; the code says why",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemView.class)))
public class SubstituteResource {

    private final SubstituteReading reading;
    private final PrintNotices prints;

    SubstituteResource(SubstituteReading reading, PrintNotices prints) {
        this.reading = reading;
        this.prints = prints;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(
            operationId = "getSubstituteNotice",
            summary = "How many addresses are bad, what the obligation asks for, and what was done")
    public Uni<SubstituteView> get(@PathParam("incidentId") UUID incidentId) {
        return reading.get(incidentId);
    }

    @POST
    @Path("/print")
    @RolesAllowed("privacy-officer")
    @Operation(operationId = "recordPrintNotice", summary = "Record a notice in print or broadcast, with its proof")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; the toll-free line is active from that day",
            content = @Content(schema = @Schema(implementation = PrintNoticeRequest.View.class)))
    public Uni<Response> print(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam("Idempotency-Key") String retryKey,
            @NotNull @Valid PrintNoticeRequest request) {
        return prints.record(incidentId, request, retryKey)
                .map(view ->
                        Response.status(Response.Status.CREATED).entity(view).build());
    }
}
