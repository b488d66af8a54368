package org.candor.breach.counsel;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Jurisdictions whose law counsel must check. */
@Path("/breaches/{incidentId}/counsel-tasks")
@Tag(name = "breaches")
public class CounselResource {

    /** What counsel found. */
    @Schema(
            name = "CounselAnswer",
            examples = "{\"note\": \"Nothing is owed: no resident is affected by its definition.\"}")
    public record AnswerRequest(
            @NotNull @CleanText(max = 10_000) PersonalText note) {}

    private final CounselWork work;

    CounselResource(CounselWork work) {
        this.work = work;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel"})
    @Operation(
            operationId = "listCounselTasks",
            summary = "Jurisdictions where people live and whose law no rule computes, with what is known of each")
    public Uni<List<CounselTask>> all(@PathParam("incidentId") UUID incidentId) {
        return work.all(incidentId);
    }

    @POST
    @Path("/{jurisdiction}/answer")
    @RolesAllowed({"privacy-officer", "administrator", "counsel"})
    @Operation(
            operationId = "answerCounselTask",
            summary = "Record what counsel found: what is owed under that law, or that nothing is")
    @APIResponse(responseCode = "409", description = "It is answered already")
    public Uni<List<CounselTask>> answer(
            @PathParam("incidentId") UUID incidentId,
            @Parameter(description = "Postal code, such as WI") @PathParam("jurisdiction") String jurisdiction,
            @NotNull @Valid AnswerRequest request) {
        return work.answer(incidentId, jurisdiction, request.note().value());
    }
}
