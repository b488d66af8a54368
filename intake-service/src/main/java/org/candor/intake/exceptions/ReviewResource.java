package org.candor.intake.exceptions;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The review of exceptions and grants, every six months for each legal entity. */
@Path("/access-reviews")
@Tag(name = "exceptions")
public class ReviewResource {

    private final ReviewDesk desk;

    ReviewResource(ReviewDesk desk) {
        this.desk = desk;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "auditor"})
    @Operation(operationId = "listAccessReviews", summary = "Reviews of an entity, the open one first")
    public Uni<Page<ReviewView>> of(@QueryParam("entityId") @NotNull String entityId) {
        return desk.of(entityId);
    }

    @POST
    @Path("/{reviewId}/result")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "recordAccessReview",
            summary = "Record that an entity's exceptions and grants were reviewed; needs If-Match",
            description =
                    "It meets the deadline on the board and sets the next one, six calendar months from this day.")
    @APIResponse(responseCode = "200", description = "Recorded; the next review is open")
    @APIResponse(
            responseCode = "409",
            description = "Recorded before, or exceptions of the caller's own are among them")
    public Uni<RestResponse<ReviewView>> record(
            @PathParam("reviewId") UUID reviewId,
            @NotNull @Valid ReviewRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return desk.record(reviewId, request, ifMatch)
                .map(view -> RestResponse.ResponseBuilder.ok(view)
                        .header(HttpHeaders.ETAG, view.etag())
                        .build());
    }
}
