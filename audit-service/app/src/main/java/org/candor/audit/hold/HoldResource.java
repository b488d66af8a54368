package org.candor.audit.hold;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Legal holds. */
@Path("/holds")
@Tag(name = "legal holds", description = "While one is on, nothing under it is disposed of")
public class HoldResource {

    private final HoldDesk desk;

    HoldResource(HoldDesk desk) {
        this.desk = desk;
    }

    @POST
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel"})
    @Operation(
            operationId = "placeHold",
            summary = "Place a hold on an incident, or on a period of a legal entity",
            description = """
                    A hold on a period covers each incident of the entity with an event in it. Two holds never cancel each other. \
                    Takes an Idempotency-Key.""")
    @APIResponse(
            responseCode = "201",
            description = "Placed, with Location and ETag",
            content = @Content(schema = @Schema(implementation = HoldView.class)))
    @APIResponse(responseCode = "409", description = "ALREADY_DISPOSED")
    @APIResponse(responseCode = "422", description = "INCIDENT_OR_PERIOD, PERIOD_IN_WRONG_ORDER or INVALID_FIELD")
    public Uni<Response> place(@NotNull @Valid HoldRequest request, @HeaderParam("Idempotency-Key") String retryKey) {
        return desk.place(request, retryKey)
                .map(hold -> Response.created(URI.create("/audit/holds/" + hold.holdId()))
                        .header(HttpHeaders.ETAG, EntityTags.of(hold.version()))
                        .entity(hold)
                        .build());
    }

    @GET
    @RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel"})
    @Operation(operationId = "listHolds", summary = "Holds, newest first, without their notes; the reading is recorded")
    @APIResponse(responseCode = "200", description = "A page of holds")
    public Uni<Page<HoldView>> list(
            @QueryParam("active") @DefaultValue("false") boolean active,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return desk.page(active, Cursor.decode(cursor), limit)
                .map(found -> Page.of(found, limit, HoldView::inList, row -> new Cursor(row.placedAt, row.holdId)));
    }

    @GET
    @Path("/{holdId}")
    @RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel"})
    @Operation(operationId = "readHold", summary = "One hold with its note, with ETag; the reading is recorded")
    @APIResponse(
            responseCode = "200",
            description = "With ETag",
            content = @Content(schema = @Schema(implementation = HoldView.class)))
    @APIResponse(responseCode = "404", description = "No hold has that id, or not for you")
    public Uni<Response> read(@PathParam("holdId") UUID holdId) {
        return desk.read(holdId).map(HoldResource::tagged);
    }

    @POST
    @Path("/{holdId}/lift")
    @RolesAllowed({"privacy-officer", "administrator", "counsel"})
    @Operation(operationId = "liftHold", summary = "End this hold, and no other; needs If-Match")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = HoldView.class)))
    @APIResponse(responseCode = "409", description = "ALREADY_LIFTED")
    public Uni<Response> lift(@PathParam("holdId") UUID holdId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return desk.lift(holdId, ifMatch).map(HoldResource::tagged);
    }

    private static Response tagged(HoldView hold) {
        return Response.ok(hold)
                .header(HttpHeaders.ETAG, EntityTags.of(hold.version()))
                .build();
    }
}
