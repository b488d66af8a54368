package org.candor.notification.listing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.kit.errors.ProblemView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

/** The listing of affected individuals; every export is recorded. */
@Path("/campaigns/{incidentId}/listing.xlsx")
@Tag(name = "proof")
@APIResponse(
        responseCode = "404",
        description = "Not there, or not to be seen by the caller",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemView.class)))
public class ListingResource {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Listings listings;

    ListingResource(Listings listings) {
        this.listings = listings;
    }

    @GET
    @Produces(XLSX)
    @RolesAllowed({"privacy-officer", "auditor"})
    @Operation(
            operationId = "getListing",
            summary = "Who was affected, how each was told and with which outcome, as XLSX")
    public RestMulti<byte[]> get(@PathParam("incidentId") UUID incidentId) {
        return RestMulti.fromUniResponse(
                listings.begin(incidentId),
                begun -> listings.xlsx(begun),
                begun -> Map.of(
                        HttpHeaders.CONTENT_DISPOSITION,
                        List.of("attachment; filename=\"listing-" + incidentId + ".xlsx\"")));
    }
}
