package org.candor.audit.policy;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether everybody may read a policy. */
@Path("/policies/{policyId}/publication")
@Tag(name = "policies")
public class PublicationResource {

    private final Publications publications;

    PublicationResource(Publications publications) {
        this.publications = publications;
    }

    @PUT
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "publishPolicy", summary = "Everybody may read the version in effect, without a token")
    @APIResponse(responseCode = "204", description = "Published; again changes nothing")
    @APIResponse(responseCode = "404", description = "No such policy, or not for you")
    public Uni<Void> publish(@PathParam("policyId") UUID policyId) {
        return publications.publish(policyId);
    }

    @DELETE
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "unpublishPolicy", summary = "Only who is signed in reads it from now on")
    @APIResponse(responseCode = "204", description = "No longer published")
    @APIResponse(responseCode = "404", description = "No such policy, or not for you")
    public Uni<Void> end(@PathParam("policyId") UUID policyId) {
        return publications.end(policyId);
    }
}
