package org.candor.notification.posting;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.candor.kit.errors.ProblemView;
import org.candor.kit.web.EntityTags;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The substitute posting of a campaign. */
@Path("/campaigns/{incidentId}/posting")
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
public class PostingResource {

    private final Postings postings;

    PostingResource(Postings postings) {
        this.postings = postings;
    }

    @POST
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "publishPosting",
            summary = "Publish the approved substitute notice; needs an obligation that asks for it")
    @APIResponse(
            responseCode = "201",
            description = "Public; Location is the page",
            content = @Content(schema = @Schema(implementation = PostingView.class)))
    public Uni<Response> publish(
            @PathParam("incidentId") UUID incidentId, @HeaderParam("Idempotency-Key") String retryKey) {
        return postings.publish(incidentId, retryKey)
                .map(view ->
                        Response.created(URI.create(view.url())).entity(view).build());
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "getPosting", summary = "The posting: where it is and until when it must stand")
    @APIResponse(
            responseCode = "200",
            description = "ETag names its version",
            content = @Content(schema = @Schema(implementation = PostingView.class)))
    public Uni<Response> get(@PathParam("incidentId") UUID incidentId) {
        return postings.get(incidentId).map(PostingResource::answer);
    }

    @POST
    @Path("/end")
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "endPosting",
            summary = "Take the posting off the web; refused until it was up for its 90 days")
    @APIResponse(
            responseCode = "200",
            description = "Ended",
            content = @Content(schema = @Schema(implementation = PostingView.class)))
    public Uni<Response> end(
            @PathParam("incidentId") UUID incidentId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return postings.end(incidentId, ifMatch).map(PostingResource::answer);
    }

    private static Response answer(Postings.Tagged posting) {
        return Response.ok(posting.view())
                .header(HttpHeaders.ETAG, EntityTags.of(posting.version()))
                .build();
    }
}
