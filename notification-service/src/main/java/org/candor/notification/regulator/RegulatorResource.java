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
import jakarta.ws.rs.Produces;
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
@Path("/campaigns/{incidentId}")
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
    private final RegulatorTasks tasks;

    RegulatorResource(RegulatorNotices notices, RegulatorTasks tasks) {
        this.notices = notices;
        this.tasks = tasks;
    }

    @GET
    @Path("/regulator-tasks")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(
            operationId = "listRegulatorTasks",
            summary =
                    "Regulators, credit bureaus and covered entities whom the obligations name, each with its drafted notice")
    public Uni<List<RegulatorTask>> tasks(@PathParam("incidentId") UUID incidentId) {
        return tasks.all(incidentId);
    }

    @GET
    @Path("/regulator-tasks/{obligationId}/text.pdf")
    @Produces("application/pdf")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "getRegulatorText", summary = "The drafted notice as accessible PDF")
    public Uni<byte[]> text(@PathParam("incidentId") UUID incidentId, @PathParam("obligationId") UUID obligationId) {
        return tasks.pdf(incidentId, obligationId);
    }

    @GET
    @Path("/regulator-notices/{noticeId}/notice.pdf")
    @Produces("application/pdf")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "getRegulatorNotice", summary = "The notice as it was kept when it was recorded")
    public Uni<byte[]> kept(@PathParam("incidentId") UUID incidentId, @PathParam("noticeId") UUID noticeId) {
        return tasks.kept(incidentId, noticeId);
    }

    @POST
    @Path("/regulator-notices")
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
    @Path("/regulator-notices")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "listRegulatorNotices", summary = "All recorded notices of the campaign")
    public Uni<List<RegulatorView>> all(@PathParam("incidentId") UUID incidentId) {
        return notices.all(incidentId);
    }
}
