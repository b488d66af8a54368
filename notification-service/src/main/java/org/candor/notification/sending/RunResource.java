package org.candor.notification.sending;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.candor.kit.errors.ProblemView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Runs, postal batches and letters. */
@Path("/campaigns/{incidentId}")
@Tag(name = "sending")
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
public class RunResource {

    private final Runs runs;

    RunResource(Runs runs) {
        this.runs = runs;
    }

    @POST
    @Path("/runs")
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "startRun",
            summary = "Send to everybody who is due and not held: letters as postal batches, e-mails to who agreed")
    @APIResponse(
            responseCode = "202",
            description = "Under way; follow Location",
            content = @Content(schema = @Schema(implementation = RunView.class)))
    public Uni<Response> start(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam("Idempotency-Key") String retryKey,
            @Context UriInfo uri) {
        return runs.start(incidentId, retryKey)
                .map(view -> Response.accepted(view)
                        .location(uri.getAbsolutePathBuilder()
                                .path(view.id().toString())
                                .build())
                        .build());
    }

    @GET
    @Path("/runs")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "auditor"})
    @Operation(operationId = "listRuns", summary = "All runs with their progress, newest first")
    public Uni<List<RunView>> all(@PathParam("incidentId") UUID incidentId) {
        return runs.all(incidentId);
    }

    @GET
    @Path("/runs/{runId}")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "auditor"})
    @Operation(operationId = "getRun", summary = "A run and how far it is")
    public Uni<RunView> get(@PathParam("incidentId") UUID incidentId, @PathParam("runId") UUID runId) {
        return runs.get(incidentId, runId);
    }

    @GET
    @Path("/postal-batches")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "auditor"})
    @Operation(
            operationId = "listPostalBatches",
            summary = "Batches for the print house with the hash of each manifest")
    public Uni<List<BatchView>> batches(@PathParam("incidentId") UUID incidentId) {
        return runs.batches(incidentId);
    }

    @GET
    @Path("/letters/{noticeId}.pdf")
    @Produces("application/pdf")
    @RolesAllowed({"privacy-officer", "security-officer", "auditor"})
    @Operation(
            operationId = "getLetter",
            summary = "One person's letter, made again and checked against the hash of the one that was sent")
    public Uni<byte[]> letter(@PathParam("incidentId") UUID incidentId, @PathParam("noticeId") UUID noticeId) {
        return runs.letter(incidentId, noticeId);
    }
}
