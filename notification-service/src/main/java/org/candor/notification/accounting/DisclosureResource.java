package org.candor.notification.accounting;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.candor.kit.errors.ProblemView;
import org.candor.kit.web.EntityTags;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a breach disclosed, for the accounting of each affected person. */
@Path("/campaigns/{incidentId}/disclosure")
@Tag(name = "accounting")
@APIResponse(
        responseCode = "404",
        description = "Not there, or not to be seen by the caller",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemView.class)))
public class DisclosureResource {

    private final Disclosures disclosures;

    DisclosureResource(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @GET
    @RolesAllowed({"privacy-officer", "auditor"})
    @Operation(operationId = "getDisclosure", summary = "Date, recipient, information and purpose; reading is recorded")
    @APIResponse(
            responseCode = "200",
            description = "ETag names its version",
            content = @Content(schema = @Schema(implementation = DisclosureRequest.View.class)))
    public Uni<Response> get(@PathParam("incidentId") UUID incidentId) {
        return disclosures.get(incidentId).map(DisclosureResource::answer);
    }

    @PUT
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "putDisclosure",
            summary = "Record what was disclosed, once for all affected people (45 CFR 164.528(b)(2))",
            description = "If-Match is needed from the second time on.")
    @APIResponse(
            responseCode = "200",
            description = "ETag names its version",
            content = @Content(schema = @Schema(implementation = DisclosureRequest.View.class)))
    public Uni<Response> put(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DisclosureRequest request) {
        return disclosures.put(incidentId, request, ifMatch).map(DisclosureResource::answer);
    }

    private static Response answer(Disclosures.Tagged disclosure) {
        return Response.ok(disclosure.view())
                .header(HttpHeaders.ETAG, EntityTags.of(disclosure.version()))
                .build();
    }
}
