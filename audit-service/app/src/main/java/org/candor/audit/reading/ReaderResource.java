package org.candor.audit.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who looked at this case. */
@Path("/incidents/{incidentId}")
@RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel"})
@Tag(name = "reading", description = "Who read what, and what of it should be looked at")
public class ReaderResource {

    private final Readers readers;

    ReaderResource(Readers readers) {
        this.readers = readers;
    }

    @GET
    @Path("/readers")
    @Operation(
            operationId = "listReaders",
            summary = "Who looked at this case, the last first; the question is recorded too")
    @APIResponse(responseCode = "200", description = "Everybody, in every service")
    @APIResponse(responseCode = "404", description = "The incident does not exist for you")
    public Uni<Page<ReaderView>> people(@PathParam("incidentId") UUID incidentId) {
        return readers.people(incidentId).map(found -> new Page<>(found, null));
    }

    @GET
    @Path("/accesses")
    @Operation(operationId = "listAccesses", summary = "Each access to this case, in the order of the trail")
    @APIResponse(responseCode = "200", description = "A page of accesses")
    @APIResponse(responseCode = "404", description = "The incident does not exist for you")
    public Uni<Page<AccessView>> accesses(
            @PathParam("incidentId") UUID incidentId,
            @QueryParam("cursor") @DefaultValue("0") @PositiveOrZero long cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return readers.accesses(incidentId, cursor, limit).map(found -> page(found, limit));
    }

    private static Page<AccessView> page(List<AccessView> found, int limit) {
        return new Page<>(
                found.stream().limit(limit).toList(),
                found.size() > limit ? Long.toString(found.getLast().index()) : null);
    }
}
