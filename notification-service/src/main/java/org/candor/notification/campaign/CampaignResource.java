package org.candor.notification.campaign;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.candor.kit.errors.ProblemView;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Campaigns: one per breach, opened by its obligations. */
@Path("/campaigns")
@Tag(name = "campaigns")
@APIResponse(
        responseCode = "404",
        description = "Not there, or not to be seen by the caller",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemView.class)))
public class CampaignResource {

    private final CampaignReading reading;
    private final Delegations delegations;

    CampaignResource(CampaignReading reading, Delegations delegations) {
        this.reading = reading;
        this.delegations = delegations;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "listCampaigns", summary = "Campaigns that the caller may see, newest first")
    public Uni<Page<CampaignView>> list(
            @QueryParam("state") @Pattern(regexp = "OPENED|READY|SENDING|SENT|COMPLETED") String state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return reading.page(state, cursor, limit);
    }

    @GET
    @Path("/{incidentId}")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "getCampaign", summary = "A campaign with its duties and the commands that are open")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Uni<Response> get(@PathParam("incidentId") UUID incidentId) {
        return reading.get(incidentId)
                .map(read -> Response.ok(read.view())
                        .header(HttpHeaders.ETAG, EntityTags.of(read.version()))
                        .build());
    }

    @PUT
    @Path("/{incidentId}/delegation")
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "putDelegation",
            summary = "Have a business associate send the notices itself, or take that back",
            description =
                    "Nothing is sent from here while it is delegated; POST the associate's listing to delegated-listings."
                            + " The duty stays with the covered entity. Refused while a run is under way.")
    @APIResponse(responseCode = "204", description = "Recorded")
    public Uni<Void> delegate(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DelegationRequest request) {
        return delegations.put(incidentId, ifMatch, request);
    }
}
