package org.candor.breach.associate;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.candor.breach.associate.InvolvedView.Notifier;
import org.candor.breach.obligations.FactsView.KnowledgeView;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Business associates that had, or told of, a breach. */
@Path("/breaches/{incidentId}/business-associates")
@Tag(name = "business associates")
public class InvolvedResource {

    private static final String KNEW = """
            {"knowledge": {"at": "2026-04-01", "toldEntityAt": "2026-04-13"}, "how": "It called the privacy office."}""";

    /**
     * When it knew and when it told. Agency and contract days are those of the register on this day.
     *
     * @param knowledge only {@code at}, {@code basis} and {@code toldEntityAt} are read
     */
    @Schema(name = "BusinessAssociateKnowledge")
    public record KnowledgeRequest(
            @NotNull @Schema(implementation = KnowledgeView.class)
            JsonNode knowledge,

            @CleanText(max = 2_000) PersonalText how) {}

    /** Who is best placed to notify, and why. */
    @Schema(name = "NotifierDecision")
    public record NotifierRequest(
            @NotNull Notifier notifier,
            @NotNull @CleanText(max = 2_000) PersonalText reason) {}

    /** Three decisions after all notices. */
    @Schema(name = "BusinessAssociateReviewRecord")
    public record ReviewRequest(
            @NotNull @CleanText(max = 5_000) PersonalText mitigation,
            @NotNull @CleanText(max = 5_000) PersonalText legalAction,
            @NotNull @CleanText(max = 5_000) PersonalText complianceReview) {}

    private final InvolvedWork work;

    InvolvedResource(InvolvedWork work) {
        this.work = work;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(
            operationId = "listInvolvedBusinessAssociates",
            summary =
                    "Business associates of the breach, each with the clocks of law, policy and contract and its lateness")
    public Uni<List<InvolvedView>> all(@PathParam("incidentId") UUID incidentId) {
        return work.all(incidentId);
    }

    @PUT
    @Path("/{associateId}")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "recordBusinessAssociateKnowledge",
            summary = "Record when it knew and told; a later record replaces the earlier one, and both are kept")
    @APIResponse(responseCode = "422", description = "Not readable, or against the other facts, each named")
    public Uni<List<InvolvedView>> know(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("associateId") UUID associateId,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = KnowledgeRequest.class),
                                            examples = @ExampleObject(name = "story", value = KNEW)))
                    @NotNull
                    @Valid
                    KnowledgeRequest request) {
        return work.know(incidentId, associateId, request);
    }

    @PUT
    @Path("/{associateId}/notifier")
    @RolesAllowed({"privacy-officer", "administrator"})
    @Operation(
            operationId = "decideNotifier",
            summary = "Decide who notifies: people get one set of notices (policy III.A.4.b)")
    @APIResponse(responseCode = "409", description = "Another business associate notifies already")
    public Uni<List<InvolvedView>> notifier(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("associateId") UUID associateId,
            @NotNull @Valid NotifierRequest request) {
        return work.notifier(incidentId, associateId, request);
    }

    @POST
    @Path("/{associateId}/review")
    @RolesAllowed({"privacy-officer", "administrator", "counsel"})
    @Operation(
            operationId = "reviewBusinessAssociate",
            summary = "After all notices: mitigation, legal action, compliance review (policy III.B.4)")
    @APIResponse(responseCode = "409", description = "Notices are still to be given; missing names their kinds")
    public Uni<List<InvolvedView>> review(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("associateId") UUID associateId,
            @NotNull @Valid ReviewRequest request) {
        return work.review(incidentId, associateId, request);
    }
}
