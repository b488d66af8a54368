package org.candor.breach.affected;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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

/** Other covered entities that the breach touches; to be told where the entity acts as a business associate. */
@Path("/breaches/{incidentId}/covered-entities")
@Tag(name = "breaches")
public class AffectedResource {

    private static final String CLINIC = """
        {"name": "Harbor Clinic", "individuals": 400}\
        """;

    /**
     * Whose information it was, and of how many people.
     *
     * @param incidentId its own breach, where it is another legal entity of this installation: the notice plan then binds that
     *     breach too
     */
    @Schema(name = "AffectedCoveredEntityRecord")
    public record AffectedRequest(
            @NotNull @CleanText(max = 200) PersonalText name,
            @Min(1) @Max(330_000_000) long individuals,
            UUID incidentId) {}

    /** The day on which it was told. */
    @Schema(name = "CoveredEntityTold", examples = "{\"toldOn\": \"2026-05-04\"}")
    public record ToldRequest(@NotNull LocalDate toldOn) {}

    /** Why it was wrong that it was told. */
    @Schema(name = "CoveredEntityToldWithdrawal", examples = "{\"reason\": \"The letter went to the wrong clinic.\"}")
    public record WithdrawalRequest(
            @NotNull @CleanText(max = 2_000) PersonalText reason) {}

    private final AffectedWork work;

    AffectedResource(AffectedWork work) {
        this.work = work;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "listAffectedCoveredEntities", summary = "Covered entities with counts, one notice each")
    public Uni<List<AffectedView>> all(@PathParam("incidentId") UUID incidentId) {
        return work.all(incidentId);
    }

    @POST
    @RolesAllowed({"privacy-officer", "administrator"})
    @Operation(
            operationId = "nameAffectedCoveredEntity",
            summary = "Name another covered entity that the breach touches",
            description = "Where the entity acts as a business associate, the notice to it gets a deadline. In either"
                    + " capacity it is part of the notice plan, which says who tells its people.")
    @APIResponse(
            responseCode = "201",
            description = "All of the breach",
            content = @Content(schema = @Schema(implementation = AffectedView[].class)))
    @APIResponse(
            responseCode = "409",
            description = "That own breach is among the covered entities of a breach already")
    @APIResponse(responseCode = "422", description = "That incident is no breach of another legal entity")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AffectedRequest.class),
                            examples = @ExampleObject(name = "story", value = CLINIC)))
    public Uni<Response> name(
            @PathParam("incidentId") UUID incidentId,
            @NotNull @Valid AffectedRequest request,
            @HeaderParam("Idempotency-Key") String retryKey) {
        return work.name(incidentId, request, retryKey)
                .map(views ->
                        Response.status(Response.Status.CREATED).entity(views).build());
    }

    @POST
    @Path("/{affectedId}/notice")
    @RolesAllowed({"privacy-officer", "administrator"})
    @Operation(
            operationId = "recordCoveredEntityTold",
            summary = "Record that it was told; with the last of them the duty of 45 CFR 164.410 is met")
    @APIResponse(
            responseCode = "200",
            description = "All of the breach",
            content = @Content(schema = @Schema(implementation = AffectedView[].class)))
    @APIResponse(
            responseCode = "409",
            description = "It is told already, or the entity acts as a covered entity itself")
    @APIResponse(responseCode = "422", description = "The day lies before the discovery or in the future")
    public Uni<List<AffectedView>> told(
            @PathParam("incidentId") UUID incidentId,
            @Parameter(description = "The covered entity, as in the list of this breach") @PathParam("affectedId")
                    UUID affectedId,
            @NotNull @Valid ToldRequest request) {
        return work.told(incidentId, affectedId, request.toldOn());
    }

    @POST
    @Path("/{affectedId}/notice/withdrawal")
    @RolesAllowed({"privacy-officer", "administrator"})
    @Operation(
            operationId = "withdrawCoveredEntityTold",
            summary = "Take back that it was told, with the reason; its deadline is set again",
            description = "The reason stands among the officers' words of the breach.")
    @APIResponse(responseCode = "409", description = "It has not been told")
    public Uni<List<AffectedView>> takeBack(
            @PathParam("incidentId") UUID incidentId,
            @Parameter(description = "The covered entity, as in the list of this breach") @PathParam("affectedId")
                    UUID affectedId,
            @NotNull @Valid WithdrawalRequest request) {
        return work.takeBack(incidentId, affectedId, request.reason());
    }
}
