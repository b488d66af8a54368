package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "service"})
    @Operation(
            operationId = "readContact",
            summary = "Who reported and where acknowledgement and answer go; the reading is recorded",
            description =
                    "Officers read it, and over its service edge notification-service, which sends the letters: role service"
                            + " and scope intake.contact. A service gets name, the one address that the chosen way needs, and"
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
