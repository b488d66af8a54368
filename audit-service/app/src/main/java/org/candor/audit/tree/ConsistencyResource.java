package org.candor.audit.tree;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Consistency proofs, in the form that the offline verifier reads. */
@Path("/consistency")
@RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel"})
@Tag(name = "proofs")
public class ConsistencyResource {

    private final Proving proving;

    ConsistencyResource(Proving proving) {
        this.proving = proving;
    }

    @GET
    @Operation(operationId = "proveConsistency", summary = "Proof that nothing was changed between two checkpoints")
    @APIResponse(responseCode = "200", description = "Save it as it is and give it to the verifier")
    @APIResponse(
            responseCode = "422",
            description = "SIZES_IN_WRONG_ORDER, SIZE_BEYOND_CHECKPOINT or NO_CHECKPOINT_OF_SIZE")
    public Uni<ConsistencyProof> prove(
            @QueryParam("log") @Parameter(description = "Year of the log; the newest when absent", example = "2026")
                    Integer year,
            @QueryParam("from") @NotNull @PositiveOrZero @Parameter(example = "0") Long from,
            @QueryParam("to") @NotNull @PositiveOrZero @Parameter(example = "128") Long to) {
        return proving.consistency(Optional.ofNullable(year), from, to);
    }
}
