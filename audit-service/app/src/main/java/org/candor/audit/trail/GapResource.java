package org.candor.audit.trail;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gaps in what producers numbered. */
@Path("/gaps")
@RolesAllowed({"auditor", "operator"})
@Tag(name = "trail")
public class GapResource {

    private final Gaps gaps;

    GapResource(Gaps gaps) {
        this.gaps = gaps;
    }

    @GET
    @Operation(operationId = "listGaps", summary = "Events that were numbered by their producer and never came")
    public Uni<Page<GapView>> list() {
        return gaps.list().map(all -> new Page<>(all, null));
    }
}
