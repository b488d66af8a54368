package org.candor.audit.policy;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which policies serve which section of law and which id of another framework. */
@Path("/policies/crosswalk")
@Tag(name = "policies")
public class CrosswalkResource {

    private final Crosswalks crosswalks;

    CrosswalkResource(Crosswalks crosswalks) {
        this.crosswalks = crosswalks;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "readPolicyCrosswalk",
            summary = "Sections of 45 CFR and ids of other frameworks with the policies in effect that serve them")
    @APIResponse(responseCode = "200", description = "All of them, in their order; what no policy serves is not there")
    public Uni<Page<CrosswalkView>> read() {
        return crosswalks.today().map(found -> new Page<>(found, null));
    }
}
