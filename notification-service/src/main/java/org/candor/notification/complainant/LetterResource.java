package org.candor.notification.complainant;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.candor.kit.data.Transactions;
import org.candor.kit.identity.Visibility;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What went to whoever complained, and when (policy I.G.1). */
@Path("/complaints/{incidentId}/letters")
@Tag(name = "complaints")
public class LetterResource {

    private final Letters letters;
    private final Visibility visibility;

    LetterResource(Letters letters, Visibility visibility) {
        this.letters = letters;
        this.visibility = visibility;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "auditor"})
    @Operation(
            operationId = "listComplainantLetters",
            summary = "Acknowledgement and answer with way, state, time and hash; the letters themselves stay sealed")
    public Uni<Page<LetterView>> of(@PathParam("incidentId") UUID incidentId) {
        return Transactions.read(() -> visibility.require(incidentId).chain(() -> letters.of(incidentId)))
                .map(found -> new Page<>(found, null));
    }
}
