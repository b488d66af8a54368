package org.candor.audit.trail;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The trail's entries. */
@Path("/entries")
@RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel"})
@Tag(name = "trail", description = "What happened and who looked, in the order in which it was sequenced")
public class EntryResource {

    private final Entries entries;

    EntryResource(Entries entries) {
        this.entries = entries;
    }

    @GET
    @Operation(
            operationId = "listTrailEntries",
            summary = "Entries in the order of the trail",
            description =
                    "The auditor reads all; an officer in charge names his incident. The reading is itself recorded.")
    @APIResponse(responseCode = "200", description = "A page of entries")
    @APIResponse(responseCode = "404", description = "The incident does not exist for you")
    @APIResponse(responseCode = "422", description = "INCIDENT_REQUIRED, PERIOD_IN_WRONG_ORDER or INVALID_FIELD")
    public Uni<Page<EntryView>> list(@BeanParam @Valid EntrySearch search) {
        return entries.search(search).map(found -> page(found, search.limit));
    }

    @GET
    @Path("/{index: [0-9]{1,18}}")
    @Operation(operationId = "readTrailEntry", summary = "One entry")
    @APIResponse(responseCode = "200", description = "The entry")
    @APIResponse(responseCode = "404", description = "No entry has that index, or not for you")
    public Uni<EntryView> read(@PathParam("index") long index) {
        return entries.read(index).map(stored -> EntryView.of(stored.index(), stored.bytes()));
    }

    private static Page<EntryView> page(List<Entries.Stored> found, int limit) {
        List<EntryView> shown = found.stream()
                .limit(limit)
                .map(stored -> EntryView.of(stored.index(), stored.bytes()))
                .toList();
        return new Page<>(
                shown, found.size() > limit ? Long.toString(found.getLast().index()) : null);
    }
}
