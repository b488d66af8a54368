package org.candor.notification.media;

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

/** Notice to the media, for each jurisdiction whose obligation asks for it. */
@Path("/campaigns/{incidentId}/media")
@Tag(name = "media")
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
public class MediaResource {

    private final MediaNotices notices;

    MediaResource(MediaNotices notices) {
        this.notices = notices;
    }

    @POST
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "notifyMedia",
            summary = "Send the approved release 4-III-C to the outlets of a jurisdiction, with the PDF attached")
    @APIResponse(
            responseCode = "202",
            description = "On its way; state becomes NOTIFIED",
            content = @Content(schema = @Schema(implementation = MediaView.class)))
    public Uni<Response> send(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam("Idempotency-Key") String retryKey,
            @NotNull @Valid MediaRequest request) {
        return notices.send(incidentId, request, retryKey)
                .map(view -> Response.accepted(view).build());
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "listMedia", summary = "Jurisdictions whose media were or are being told")
    public Uni<List<MediaView>> all(@PathParam("incidentId") UUID incidentId) {
        return notices.all(incidentId);
    }
}
