package org.candor.breach.associate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.candor.breach.Versioned;
import org.candor.breach.associate.InvolvedView.Notifier;
import org.candor.breach.obligations.FactsView.KnowledgeView;
import org.candor.breach.obligations.decision.Delegation;
import org.candor.events.ObligationKind;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Business associates that had, or told of, a breach. The version is that of the breach, which each change here moves. */
@Path("/breaches/{incidentId}/business-associates")
@Tag(name = "business associates")
public class InvolvedResource {

    private static final String KNEW = """
        {"knowledge": {"at": "2026-04-01", "toldEntityAt": "2026-04-13"}, "how": "It called the privacy office."}\
        """;

    /**
     * When it knew and when it told. Agency and contract days are those of the register on this day.
     *
     * @param knowledge only {@code at}, {@code basis} and {@code toldEntityAt} are read
     * @param reported true for the one whose report came without its id in the register: this takes the place of what it said
     */
    @Schema(name = "BusinessAssociateKnowledge")
    public record KnowledgeRequest(
            @NotNull @Schema(implementation = KnowledgeView.class)
            JsonNode knowledge,

            @CleanText(max = 2_000) PersonalText how,
            boolean reported) {}

    /**
     * Who is best placed to notify, and why.
     *
     * @param kinds notices that a business associate gives; those to people and media where none is named
     */
    @Schema(
            name = "NotifierDecision",
            examples = "{\"notifier\": \"BUSINESS_ASSOCIATE\", \"reason\": \"It has the addresses.\"}")
    public record NotifierRequest(
            @NotNull Notifier notifier,
            @NotNull @CleanText(max = 2_000) PersonalText reason,
            @Size(min = 1, max = 20) Set<@NotNull ObligationKind> kinds) {

        Set<ObligationKind> kindsOrDefault() {
            return kinds == null ? Delegation.TO_PEOPLE : kinds;
        }

        @AssertTrue(message = "a business associate's notice to the entity is its own, and cannot be given to it")
        @Schema(hidden = true)
        @JsonIgnore
        public boolean isOfTheEntity() {
            return kinds == null || !kinds.contains(ObligationKind.BUSINESS_ASSOCIATE_NOTICE);
        }
    }

    /** Three decisions after all notices. */
    @Schema(
            name = "BusinessAssociateReviewRecord",
            examples =
                    "{\"mitigation\": \"It deleted the file.\", \"legalAction\": \"None.\", \"complianceReview\": \"In autumn.\"}")
    public record ReviewRequest(
            @NotNull @CleanText(max = 5_000) PersonalText mitigation,
            @NotNull @CleanText(max = 5_000) PersonalText legalAction,
            @NotNull @CleanText(max = 5_000) PersonalText complianceReview) {}

    private final InvolvedWork work;
    private final NotifierWork notifiers;

    InvolvedResource(InvolvedWork work, NotifierWork notifiers) {
        this.work = work;
        this.notifiers = notifiers;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(
            operationId = "listInvolvedBusinessAssociates",
            summary = "Business associates of the breach, each with the clocks of law, policy and contract and its"
                    + " lateness")
    @APIResponse(
            responseCode = "200",
            description = "With ETag, that of the breach",
            content = @Content(schema = @Schema(implementation = InvolvedView[].class)))
    public Uni<Response> all(@PathParam("incidentId") UUID incidentId) {
        return work.all(incidentId).map(Versioned::response);
    }

    @PUT
    @Path("/{associateId}")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "recordBusinessAssociateKnowledge",
            summary = "Record when it knew and told; needs If-Match",
            description = "A later record replaces the earlier one, or what its report said, and all are kept.")
    @APIResponse(
            responseCode = "200",
            description = "All of the breach, with ETag",
            content = @Content(schema = @Schema(implementation = InvolvedView[].class)))
    @APIResponse(responseCode = "422", description = "Not readable, or against the other facts, each named")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = KnowledgeRequest.class),
                            examples = @ExampleObject(name = "story", value = KNEW)))
    public Uni<Response> know(
            @PathParam("incidentId") UUID incidentId,
            @Parameter(description = "The business associate, as in the register") @PathParam("associateId")
                    UUID associateId,
            @NotNull @Valid KnowledgeRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return work.know(incidentId, associateId, request, ifMatch).map(Versioned::response);
    }

    @PUT
    @Path("/{associateId}/notifier")
    @RolesAllowed({"privacy-officer", "administrator"})
    @Operation(
            operationId = "decideNotifier",
            summary = "Decide who notifies: people get one set of notices (policy III.A.4.b); needs If-Match",
            description =
                    "Duties whose notices the business associate gives are marked as delegated with the reason. They"
                            + " stand, and become late, until proof is recorded: the entity stays responsible.")
    @APIResponse(
            responseCode = "200",
            description = "All of the breach, with ETag",
            content = @Content(schema = @Schema(implementation = InvolvedView[].class)))
    @APIResponse(
            responseCode = "409",
            description = "Another business associate notifies already, or the notice plan decides who does")
    public Uni<Response> notifier(
            @PathParam("incidentId") UUID incidentId,
            @Parameter(description = "The business associate, as in the register") @PathParam("associateId")
                    UUID associateId,
            @NotNull @Valid NotifierRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return notifiers.notifier(incidentId, associateId, request, ifMatch).map(Versioned::response);
    }

    @POST
    @Path("/{associateId}/review")
    @RolesAllowed({"privacy-officer", "administrator", "counsel"})
    @Operation(
            operationId = "reviewBusinessAssociate",
            summary = "After all notices: mitigation, legal action, compliance review (policy III.B.4)")
    @APIResponse(
            responseCode = "200",
            description = "All of the breach",
            content = @Content(schema = @Schema(implementation = InvolvedView[].class)))
    @APIResponse(responseCode = "409", description = "Notices are still to be given; missing names their kinds")
    public Uni<Response> review(
            @PathParam("incidentId") UUID incidentId,
            @Parameter(description = "The business associate, as in the register") @PathParam("associateId")
                    UUID associateId,
            @NotNull @Valid ReviewRequest request) {
        return work.review(incidentId, associateId, request).map(Versioned::response);
    }
}
