package org.candor.audit.policy;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** To whom a version was given, and who has it. */
@Path("/policies/{policyId}/versions/{number}/distributions")
@Tag(name = "policies")
public class DistributionResource {

    private final Distributions distributions;

    DistributionResource(Distributions distributions) {
        this.distributions = distributions;
    }

    @POST
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @ResponseStatus(201)
    @Operation(
            operationId = "distributePolicy",
            summary = "Record that management, a customer, a partner or a department got this version")
    @APIResponse(responseCode = "201", description = "Recorded; the same on the same day is one")
    @APIResponse(responseCode = "404", description = "No such version, or not for you")
    public Uni<DistributionView> add(
            @PathParam("policyId") UUID policyId,
            @PathParam("number") int number,
            @NotNull @Valid DistributionRequest request) {
        return distributions.add(policyId, number, request);
    }

    @GET
    @RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "listPolicyDistributions",
            summary = "To whom this version was given, and since when he has it")
    @APIResponse(responseCode = "200", description = "All of them")
    public Uni<Page<DistributionView>> list(@PathParam("policyId") UUID policyId, @PathParam("number") int number) {
        return distributions.list(policyId, number).map(found -> new Page<>(found, null));
    }

    @POST
    @Path("/{distributionId}/receipt")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "policyReceived", summary = "Record that he said that he got it. Needs If-Match")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = DistributionView.class)))
    @APIResponse(responseCode = "422", description = "DONE_ON_IMPOSSIBLE")
    public Uni<Response> received(
            @PathParam("policyId") UUID policyId,
            @PathParam("number") int number,
            @PathParam("distributionId") UUID distributionId,
            @NotNull @Valid ReceivedRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return distributions
                .received(policyId, number, distributionId, request, ifMatch)
                .map(given -> Response.ok(given)
                        .header(HttpHeaders.ETAG, EntityTags.of(given.version()))
                        .build());
    }
}
