package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Name and address of a reporter who gave them, for those who answer him. */
@Path("/reports/{incidentId}/contact")
@Tag(name = "reports")
public class ContactResource {

    private final Contacts contacts;

    ContactResource(Contacts contacts) {
        this.contacts = contacts;
    }

    @POST
    @Path("/unmask")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "unmaskContact",
            summary = "Show masked values of whoever reported, for a reason; for those in charge of the report alone",
            description =
                    "Each call is recorded with its reason, in the trail and among the exceptions that are reviewed. It is not"
                            + " repeated by a key: what was shown is shown anew, and counted.")
    @APIResponse(
            responseCode = "200",
            description = "The named values in clear; nobody keeps this answer",
            content = @Content(schema = @Schema(implementation = ContactView.class)))
    @APIResponse(responseCode = "403", description = "The caller is not in charge of this report")
    @APIResponse(responseCode = "404", description = "Nobody gave a name, or there is no such report for the caller")
    @APIResponse(responseCode = "429", description = "More than one person needs within an hour")
    public Uni<ContactView> unmask(@PathParam("incidentId") UUID incidentId, @NotNull @Valid UnmaskRequest request) {
        return contacts.unmask(incidentId, request);
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "service"})
    @Operation(
            operationId = "readContact",
            summary = "Who reported and where acknowledgement and answer go; the reading is recorded",
            description =
                    "Officers see what was given, masked, and over its service edge notification-service, which sends the letters,"
                            + " reads it: role service and scope intake.contact. A service gets name, the one address that the chosen way needs, and"
                            + " what the letters say; 404 for it also once the report was withdrawn.")
    @APIResponse(
            responseCode = "200",
            description = "The access is recorded before this answer",
            content = @Content(schema = @Schema(implementation = ContactView.class)))
    @APIResponse(responseCode = "404", description = "Nobody gave a name, or there is no such report for the caller")
    public Uni<ContactView> read(@PathParam("incidentId") UUID incidentId) {
        return contacts.read(incidentId);
    }
}
