package org.candor.audit.safeguard;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.candor.audit.safeguard.decision.Medium;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What inspections ask. */
@Path("/programme/checklists")
@Tag(name = "safeguards")
public class ChecklistResource {

    private final Checklists checklists;

    ChecklistResource(Checklists checklists) {
        this.checklists = checklists;
    }

    /** The lists by medium, and which edition of the data they are. */
    @Schema(name = "Checklists")
    public record ChecklistsView(String edition, Map<Medium, List<ChecklistItem>> lists) {}

    @GET
    @Authenticated
    @Operation(
            operationId = "listChecklists",
            summary = "Check lists of inspections by medium; administrative ones are asked everywhere")
    @APIResponse(responseCode = "200", description = "All of them, with the edition of the data")
    public ChecklistsView lists() {
        return new ChecklistsView(checklists.edition(), new TreeMap<>(checklists.lists()));
    }
}
