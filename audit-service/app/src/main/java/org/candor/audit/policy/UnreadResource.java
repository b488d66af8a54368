package org.candor.audit.policy;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.candor.audit.programme.DutyRequest;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who has not read a version. */
@Path("/policies/{policyId}/versions/{number}/unread")
@Tag(name = "policies")
public class UnreadResource {

    private final Distributions distributions;

    UnreadResource(Distributions distributions) {
        this.distributions = distributions;
    }

    @GET
    @RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "listPolicyUnread",
            summary = "Members of the entity who have not said that they read this version; the reading is recorded")
    @APIResponse(responseCode = "200", description = "All of them, by the token's subject")
    public Uni<Page<String>> unread(
            @PathParam("policyId") UUID policyId,
            @PathParam("number") int number,
            @QueryParam("department") @DefaultValue("") @Pattern(regexp = "(" + DutyRequest.CODE + ")?")
                    String department) {
        return distributions.unread(policyId, number, department).map(found -> new Page<>(found, null));
    }
}
