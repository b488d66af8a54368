package org.candor.audit.commitment;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.candor.audit.programme.DutyRequest;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What people commit themselves to, and their signatures. */
@Path("/programme/commitments")
@Tag(name = "commitments", description = "Signed by managers, employees, volunteers and trainees")
public class CommitmentResource {

    private final CommitmentDesk desk;

    CommitmentResource(CommitmentDesk desk) {
        this.desk = desk;
    }

    @POST
    @Path("/texts")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @ResponseStatus(201)
    @Operation(
            operationId = "writeCommitment",
            summary = "A new wording; everybody of whom it asks a signature has that duty. Takes an Idempotency-Key")
    @APIResponse(responseCode = "201", description = "Written; it is never changed")
    public Uni<CommitmentText> write(
            @NotNull @Valid TextRequest request, @HeaderParam("Idempotency-Key") String retryKey) {
        return desk.write(request, retryKey);
    }

    @GET
    @Path("/texts")
    @Authenticated
    @Operation(operationId = "listCommitmentTexts", summary = "All wordings of an entity, the newest first")
    @APIResponse(responseCode = "200", description = "All of them; the first is the one to sign")
    public Uni<Page<CommitmentText>> texts(
            @Parameter(example = "larkspur-falls")
                    @QueryParam("entityId")
                    @NotNull
                    @Pattern(regexp = DutyRequest.ENTITY)
                    String entityId) {
        return desk.texts(entityId).map(found -> new Page<>(found, null));
    }

    @POST
    @Authenticated
    @Operation(
            operationId = "signCommitment",
            summary = "Sign the newest wording by your own token",
            description = "Only whoever is in the list of members can sign. The same again changes nothing.")
    @APIResponse(responseCode = "200", description = "Your standing, signed")
    @APIResponse(responseCode = "404", description = "You are not in the list of that entity")
    @APIResponse(responseCode = "409", description = "NEWER_WORDING or NO_WORDING")
    public Uni<MemberView> sign(@NotNull @Valid SignRequest request) {
        return desk.sign(request);
    }
}
