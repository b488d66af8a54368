package org.candor.audit.selfcheck;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The trail checked on demand. */
@Path("/self-check")
@RolesAllowed("auditor")
@Tag(name = "proofs")
public class SelfCheckResource {

    private final SelfCheck selfCheck;

    SelfCheckResource(SelfCheck selfCheck) {
        this.selfCheck = selfCheck;
    }

    @POST
    @Operation(
            operationId = "checkTrail",
            summary = "Recompute the whole trail from its entries and compare it with every signed checkpoint")
    @APIResponse(responseCode = "200", description = "Whether it holds; if not, where it first does not")
    public Uni<SelfCheckView> check() {
        return selfCheck.onDemand();
    }

    @GET
    @Operation(operationId = "listTrailChecks", summary = "Signed results of the last 60 checks, the newest first")
    @APIResponse(responseCode = "200", description = "Results as C2SP notes; checks run every night and on demand")
    public Uni<Page<PastCheckView>> past() {
        return selfCheck.past().map(all -> new Page<>(all, null));
    }
}
