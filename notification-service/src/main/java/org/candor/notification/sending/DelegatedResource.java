package org.candor.notification.sending;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.candor.kit.errors.ProblemView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Notices that an associate sends itself. */
@Path("/campaigns/{incidentId}/delegated-listings")
@Tag(name = "sending")
@APIResponse(
        responseCode = "404",
        description = "Not there, or not to be seen by the caller",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemView.class)))
@APIResponse(
        responseCode = "409",
        description = "The campaign is not delegated, or a run is under way",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemView.class)))
public class DelegatedResource {

    private final DelegatedListings listings;

    DelegatedResource(DelegatedListings listings) {
        this.listings = listings;
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "takeDelegatedListing",
            summary = "Take in whom the associate told, how and when",
            description =
                    "CSV in UTF-8 with the columns external_id, method (FIRST_CLASS_MAIL, EMAIL or TELEPHONE), sent_on"
                            + " and returned_on (ISO days, the last may be empty). The same file again changes nothing; its SHA-256 is"
                            + " kept as the proof.")
    public Uni<DelegatedReportView> take(@PathParam("incidentId") UUID incidentId, @NotNull byte[] file) {
        return listings.take(incidentId, file);
    }
}
