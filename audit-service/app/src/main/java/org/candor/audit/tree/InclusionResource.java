package org.candor.audit.tree;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Inclusion proofs, in the form that the offline verifier reads. */
@Path("/entries/{index: [0-9]{1,18}}")
@RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel"})
@Tag(
        name = "proofs",
        description = "What convinces a stranger without us: java -jar candor-verify.jar proof.json --key key.pem")
public class InclusionResource {

    private final Proving proving;

    InclusionResource(Proving proving) {
        this.proving = proving;
    }

    @GET
    @Path("/inclusion")
    @Operation(operationId = "proveInclusion", summary = "Proof that the entry stands at its place of the signed trail")
    @APIResponse(responseCode = "200", description = "Save it as it is and give it to the verifier")
    @APIResponse(responseCode = "404", description = "No entry has that index, or not for you")
    @APIResponse(responseCode = "409", description = "NOT_YET_INTEGRATED: repeat in a second")
    @APIResponse(responseCode = "503", description = "SIGNING_STOPPED: the entry waits until the operator has acted")
    @APIResponse(responseCode = "422", description = "SIZE_BEYOND_CHECKPOINT or NO_CHECKPOINT_OF_SIZE")
    public Uni<InclusionProof> prove(
            @PathParam("index") long index,
            @QueryParam("size")
                    @PositiveOrZero
                    @Parameter(description = "Size of a checkpoint that you hold; the newest when absent")
                    Long size) {
        return proving.inclusion(index, Optional.ofNullable(size));
    }

    @GET
    @Path("/receipt")
    @Operation(
            operationId = "readReceipt",
            summary = "Proof against the first checkpoint that covered the entry; it never changes, so keep it")
    @APIResponse(responseCode = "200", description = "Save it as it is and give it to the verifier")
    @APIResponse(responseCode = "404", description = "No entry has that index, or not for you")
    @APIResponse(responseCode = "409", description = "NOT_YET_INTEGRATED: repeat in a second")
    public Uni<InclusionProof> receipt(@PathParam("index") long index) {
        return proving.receipt(index);
    }
}
