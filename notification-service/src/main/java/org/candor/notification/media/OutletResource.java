package org.candor.notification.media;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
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

/** Prominent media outlets, kept for the day on which they are needed. */
@Path("/media-outlets")
@Tag(name = "media")
public class OutletResource {

    private final MediaOutlets outlets;

    OutletResource(MediaOutlets outlets) {
        this.outlets = outlets;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "listOutlets", summary = "Kept outlets, up to 2,000, of the caller's entities")
    public Uni<List<OutletRequest.View>> all(
            @QueryParam("jurisdiction") @Pattern(regexp = "[A-Z]{2}") String jurisdiction) {
        return outlets.all(jurisdiction);
    }

    @GET
    @Path("/{outletId}")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "getOutlet", summary = "One outlet; ETag names its version")
    @APIResponse(
            responseCode = "200",
            description = "The outlet",
            content = @Content(schema = @Schema(implementation = OutletRequest.View.class)))
    public Uni<Response> one(@PathParam("outletId") UUID id) {
        return outlets.one(id).map(OutletResource::answer);
    }

    @POST
    @RolesAllowed("privacy-officer")
    @Operation(operationId = "addOutlet", summary = "Keep an outlet")
    @APIResponse(
            responseCode = "201",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = OutletRequest.View.class)))
    public Uni<Response> add(@HeaderParam("Idempotency-Key") String retryKey, @NotNull @Valid OutletRequest request) {
        return outlets.add(request, retryKey)
                .map(view -> Response.created(URI.create("/notification/media-outlets/" + view.id()))
                        .entity(view)
                        .build());
    }

    @PUT
    @Path("/{outletId}")
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "changeOutlet",
            summary = "Change an outlet, or make it inactive; its entity stays as it is")
    @APIResponse(
            responseCode = "200",
            description = "The outlet",
            content = @Content(schema = @Schema(implementation = OutletRequest.View.class)))
    public Uni<Response> change(
            @PathParam("outletId") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid OutletRequest request) {
        return outlets.change(id, request, ifMatch).map(OutletResource::answer);
    }

    private static Response answer(MediaOutlets.Tagged outlet) {
        return Response.ok(outlet.view())
                .header(HttpHeaders.ETAG, EntityTags.of(outlet.version()))
                .build();
    }
}
