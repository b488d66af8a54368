package org.candor.breach.noticeplan;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.breach.Versioned;
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

/** Who tells whom where a breach touches several covered entities. The version is that of the breach. */
@Path("/breaches/{incidentId}/notice-plan")
@Tag(name = "breaches")
public class NoticePlanResource {

    private static final String STORY = """
        {"senders": [
           {"coveredEntity": "019cb452-04c0-790c-8c7d-7247342cd810", "by": {"kind": "THIS_ENTITY"}},
           {"coveredEntity": "019cd91e-cb80-7f0e-8a3c-5d1b0a7c4e21", "by": {"kind": "THIS_ENTITY"}}],
         "shared": [
           {"between": ["019cb452-04c0-790c-8c7d-7247342cd810", "019cd91e-cb80-7f0e-8a3c-5d1b0a7c4e21"],
            "individuals": 12}],
         "reason": "People know the city. The clinic agreed in writing on 10 March."}\
        """;

    private static final String GIVEN = """
        {"givenOn": "2026-04-20", "proof": "Mailing statement 88-1402; copy sent to the clinic."}\
        """;

    /** Notices that this entity gave for a covered entity, with what proves it. */
    @Schema(name = "NoticesForOtherGiven")
    public record Proof(
            @NotNull LocalDate givenOn,
            @NotNull @CleanText(max = 2_000) PersonalText proof) {}

    private final NoticePlanWork work;

    NoticePlanResource(NoticePlanWork work) {
        this.work = work;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(
            operationId = "readNoticePlan",
            summary = "Who tells whom, how many notices each gives, and what is still undecided",
            description = "Counted anew against the counts of today. Edition 0 while nothing was decided.")
    @APIResponse(
            responseCode = "200",
            description = "With ETag, that of the breach",
            content = @Content(schema = @Schema(implementation = NoticePlanView.class)))
    public Uni<Response> one(@PathParam("incidentId") UUID incidentId) {
        return work.one(incidentId).map(Versioned::response);
    }

    @PUT
    @RolesAllowed({"privacy-officer", "administrator"})
    @Operation(
            operationId = "decideNoticePlan",
            summary = "Decide which covered entity, or the business associate, tells whom; needs If-Match",
            description =
                    "The whole plan replaces the earlier one, which is kept. Duties whose notices another gives are marked as"
                            + " delegated and stand until proof is recorded; own breaches of other legal entities follow."
                            + " What this entity takes on for an outside covered entity gets a deadline.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now, with ETag",
            content = @Content(schema = @Schema(implementation = NoticePlanView.class)))
    @APIResponse(responseCode = "409", description = "The plan of another breach decides for this one")
    @APIResponse(responseCode = "412", description = "If-Match names an earlier version")
    @APIResponse(responseCode = "422", description = "Not each person would get one notice; each wrong place is named")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NoticePlanRequest.class),
                            examples = @ExampleObject(name = "story", value = STORY)))
    public Uni<Response> decide(
            @PathParam("incidentId") UUID incidentId,
            @NotNull @Valid NoticePlanRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return work.decide(incidentId, request, ifMatch).map(Versioned::response);
    }

    @POST
    @Path("/{affectedId}/letters")
    @RolesAllowed({"privacy-officer", "administrator"})
    @Operation(
            operationId = "recordNoticesForOther",
            summary = "Record that this entity gave the notices of an outside covered entity, with the proof")
    @APIResponse(
            responseCode = "200",
            description = "The plan, with ETag",
            content = @Content(schema = @Schema(implementation = NoticePlanView.class)))
    @APIResponse(responseCode = "404", description = "Its notices are not this entity's to give")
    @APIResponse(responseCode = "409", description = "Recorded already")
    @APIResponse(responseCode = "422", description = "The day lies before the discovery or in the future")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Proof.class),
                            examples = @ExampleObject(name = "story", value = GIVEN)))
    public Uni<Response> given(
            @PathParam("incidentId") UUID incidentId,
            @Parameter(description = "The covered entity, as in the list of this breach") @PathParam("affectedId")
                    UUID affectedId,
            @NotNull @Valid Proof request) {
        return work.given(incidentId, affectedId, request).map(Versioned::response);
    }
}
