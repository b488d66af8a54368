package org.candor.notification.regulator;

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
import java.util.List;
import java.util.UUID;
import org.candor.kit.errors.ProblemView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Notices to state regulators, credit bureaus and others whom an obligation names. */
@Path("/campaigns/{incidentId}/regulator-notices")
@Tag(name = "regulators")
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
public class RegulatorResource {

    private final RegulatorNotices notices;

    RegulatorResource(RegulatorNotices notices) {
        this.notices = notices;
    }

    @POST
    @RolesAllowed("privacy-officer")
    @Operation(operationId = "recordRegulatorNotice", summary = "Record a notice that was given, with its proof")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = RegulatorView.class)))
    public Uni<Response> record(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam("Idempotency-Key") String retryKey,
            @NotNull @Valid RegulatorRequest request) {
        return notices.record(incidentId, request, retryKey)
                .map(view ->
                        Response.status(Response.Status.CREATED).entity(view).build());
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "listRegulatorNotices", summary = "All recorded notices of the campaign")
    public Uni<List<RegulatorView>> all(@PathParam("incidentId") UUID incidentId) {
        return notices.all(incidentId);
    }
}
