package org.candor.notification.roster;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.candor.kit.errors.ProblemView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Roster files of any size: described, sent in parts, tried, imported. */
@Path("/campaigns/{incidentId}/roster-imports")
@Tag(name = "roster")
@APIResponse(
        responseCode = "404",
        description = "Not there, or not to be seen by the caller",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemView.class)))
@APIResponse(
        responseCode = "409",
        description = "The state of the import refuses; the error names the state",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemView.class)))
public class RosterImportResource {

    private final Rosters rosters;
    private final RosterProgress progress;

    RosterImportResource(Rosters rosters, RosterProgress progress) {
        this.rosters = rosters;
        this.progress = progress;
    }

    @POST
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "createRosterImport",
            summary = "Announce a roster file and say how it is to be read",
            description = "Then PUT its parts, try it with POST dry-run, and POST start. A roster may come before the"
                    + " campaign.")
    @APIResponse(
            responseCode = "201",
            description = "Waits for its parts",
            content = @Content(schema = @Schema(implementation = RosterImportView.class)))
    public Uni<Response> create(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam("Idempotency-Key") String retryKey,
            @NotNull @Valid RosterImportRequest request,
            @Context UriInfo uri) {
        return rosters.create(incidentId, request, retryKey)
                .map(view -> Response.created(uri.getAbsolutePathBuilder()
                                .path(view.id().toString())
                                .build())
                        .entity(view)
                        .build());
    }

    @PUT
    @Path("/{importId}/parts/{number}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "putRosterPart",
            summary = "Send a part of the file, up to 8 MB, numbered from 1 on",
            description = "Parts may come in any order and again; cut anywhere.")
    @APIResponse(responseCode = "204", description = "Kept, sealed, until the import is over")
    public Uni<Void> part(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("importId") UUID importId,
            @PathParam("number") @Min(1) @Max(100_000) int number,
            @NotNull byte[] part) {
        return rosters.put(incidentId, importId, number, part);
    }

    @PUT
    @Path("/{importId}/description")
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "describeRosterImport",
            summary = "Say anew how the file is to be read; its parts stay, and it is to be tried again")
    public Uni<RosterImportView> describe(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("importId") UUID importId,
            @NotNull @Valid RosterImportRequest request) {
        return rosters.describe(incidentId, importId, request);
    }

    @POST
    @Path("/{importId}/dry-run")
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "tryRosterImport",
            summary = "Read the whole file and say of each row what would become of it; nothing of anybody is stored")
    @APIResponse(responseCode = "202", description = "Under way; follow the import or its progress")
    public Uni<Response> tryOut(@PathParam("incidentId") UUID incidentId, @PathParam("importId") UUID importId) {
        return rosters.tryOut(incidentId, importId)
                .map(view -> Response.accepted(view).build());
    }

    @POST
    @Path("/{importId}/start")
    @RolesAllowed("privacy-officer")
    @Operation(operationId = "startRosterImport", summary = "Import what was tried")
    @APIResponse(responseCode = "202", description = "Under way; follow the import or its progress")
    public Uni<Response> start(@PathParam("incidentId") UUID incidentId, @PathParam("importId") UUID importId) {
        return rosters.start(incidentId, importId)
                .map(view -> Response.accepted(view).build());
    }

    @GET
    @Path("/{importId}")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "getRosterImport", summary = "What becomes of the file, and how far that is")
    public Uni<RosterImportView> get(@PathParam("incidentId") UUID incidentId, @PathParam("importId") UUID importId) {
        return rosters.get(incidentId, importId);
    }

    @GET
    @Path("/{importId}/progress")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(
            operationId = "followRosterImport",
            summary = "The import once a second, as server-sent events, until it waits for somebody or is over",
            description = "Where the caller may see nothing, the stream ends at once.")
    public Multi<RosterImportView> follow(
            @PathParam("incidentId") UUID incidentId, @PathParam("importId") UUID importId) {
        return progress.follow(incidentId, importId);
    }

    @GET
    @Path("/{importId}/result.csv")
    @Produces("text/csv")
    @RolesAllowed({"privacy-officer", "security-officer", "auditor"})
    @Operation(
            operationId = "getRosterResult",
            summary = "Every row with what became of it and why: row, outcome, reasons, column",
            description = "Codes only, nothing of a person. Of a file that was only tried: what would become of it.")
    public RestMulti<String> result(@PathParam("incidentId") UUID incidentId, @PathParam("importId") UUID importId) {
        return RestMulti.fromUniResponse(
                rosters.visible(incidentId, importId), row -> progress.result(row.id(), row.rowsDone()));
    }
}
