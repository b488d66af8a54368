package org.candor.audit.tree;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The newest checkpoint; who keeps a copy can hold the trail to it later. */
@Path("/checkpoint")
@RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel", "operator"})
@Tag(name = "proofs")
public class CheckpointResource {

    private static final String OF_THE_EMPTY_TRAIL = "candor.local/trail/2026\n0\n"
            + "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u2014 candor.local/trail/2026 \u2026\n";

    private final Proving proving;

    CheckpointResource(Proving proving) {
        this.proving = proving;
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN + ";charset=utf-8")
    @Operation(operationId = "readCheckpoint", summary = "The newest signed state of a log, a C2SP checkpoint")
    @APIResponse(
            responseCode = "200",
            description = "Origin, size, root, an empty line, the signature, and a line of each witness",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            examples = @ExampleObject(name = "of the empty trail", value = OF_THE_EMPTY_TRAIL)))
    public Uni<String> read(
            @QueryParam("log") @Parameter(description = "Year of the log; the newest when absent", example = "2026")
                    Integer year) {
        return proving.checkpoint(Optional.ofNullable(year));
    }
}
