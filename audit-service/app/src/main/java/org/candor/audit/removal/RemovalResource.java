package org.candor.audit.removal;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.candor.kit.web.EntityTags;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Removals of past years' logs: one person orders, another approves, the database carries it out. */
@Path("/log-removals")
@Tag(name = "disposals")
public class RemovalResource {

    /** Which year's log is to go. */
    @Schema(name = "LogRemovalOrder")
    public record RemovalRequest(
            @NotNull @Min(2000) @Max(9999) @Schema(examples = "2026")
            Integer year) {}

    /** All of them. */
    @Schema(name = "LogRemovals")
    public record RemovalsView(
            @Schema(description = "Newest first") List<RemovalView> items) {}

    private final RemovalDesk desk;

    RemovalResource(RemovalDesk desk) {
        this.desk = desk;
    }

    @POST
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "orderLogRemoval",
            summary = "Order that the entries of a past year's log go; another person must approve it",
            description = "Takes an Idempotency-Key. For who may act for every legal entity.")
    @APIResponse(
            responseCode = "201",
            description = "Ordered, with Location and ETag",
            content = @Content(schema = @Schema(implementation = RemovalView.class)))
    @APIResponse(responseCode = "404", description = "There is no log of that year")
    @APIResponse(
            responseCode = "409",
            description = "MAY_NOT_GO; missing names STILL_TO_BE_KEPT, ON_HOLD or ORDERED_BEFORE")
    public Uni<Response> order(
            @NotNull @Valid RemovalRequest request, @HeaderParam("Idempotency-Key") String retryKey) {
        return desk.order(request.year(), retryKey)
                .map(removal -> Response.created(URI.create("/audit/log-removals/" + removal.removalId()))
                        .header(HttpHeaders.ETAG, EntityTags.of(removal.version()))
                        .entity(removal)
                        .build());
    }

    @POST
    @Path("/{removalId}/approve")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel"})
    @Operation(
            operationId = "approveLogRemoval",
            summary = "Approve it: the trail's key signs that this log may be found empty; needs If-Match")
    @APIResponse(
            responseCode = "200",
            description = "Approved; the retention user may call trail.remove_log(year)",
            content = @Content(schema = @Schema(implementation = RemovalView.class)))
    @APIResponse(responseCode = "409", description = "NOT_ORDERED, or MAY_NOT_GO with SAME_PERSON or what came between")
    public Uni<Response> approve(
            @PathParam("removalId") UUID removalId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return desk.approve(removalId, ifMatch).map(RemovalResource::tagged);
    }

    @POST
    @Path("/{removalId}/refuse")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel"})
    @Operation(operationId = "refuseLogRemoval", summary = "Refuse it, or take the order back; needs If-Match")
    @APIResponse(
            responseCode = "200",
            description = "Refused",
            content = @Content(schema = @Schema(implementation = RemovalView.class)))
    @APIResponse(responseCode = "409", description = "NOT_ORDERED")
    public Uni<Response> refuse(
            @PathParam("removalId") UUID removalId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return desk.refuse(removalId, ifMatch).map(RemovalResource::tagged);
    }

    @GET
    @RolesAllowed({"auditor", "operator", "privacy-officer", "security-officer", "administrator", "counsel"})
    @Operation(operationId = "listLogRemovals", summary = "All of them, newest first; at most a few for each year")
    @APIResponse(responseCode = "200", description = "All of them")
    public Uni<RemovalsView> list() {
        return desk.list().map(RemovalsView::new);
    }

    @GET
    @Path("/{removalId}")
    @RolesAllowed({"auditor", "operator", "privacy-officer", "security-officer", "administrator", "counsel"})
    @Operation(operationId = "readLogRemoval", summary = "One removal, with ETag; the reading is recorded")
    @APIResponse(
            responseCode = "200",
            description = "With ETag",
            content = @Content(schema = @Schema(implementation = RemovalView.class)))
    @APIResponse(responseCode = "404", description = "No removal has that id, or not for you")
    public Uni<Response> read(@PathParam("removalId") UUID removalId) {
        return desk.read(removalId).map(RemovalResource::tagged);
    }

    private static Response tagged(RemovalView removal) {
        return Response.ok(removal)
                .header(HttpHeaders.ETAG, EntityTags.of(removal.version()))
                .build();
    }
}
