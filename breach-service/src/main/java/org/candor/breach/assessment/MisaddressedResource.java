package org.candor.breach.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.breach.assessment.MisaddressedMailings.Mailing;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Letters to wrong addresses: a new breach, linked to its parent. */
@Path("/breaches/{incidentId}/misaddressed")
@Tag(name = "breaches")
@RolesAllowed({"privacy-officer", "administrator"})
public class MisaddressedResource {

    private static final String ASTRAY = """
        {"people": 37, "detectedOn": "2026-04-24"}\
        """;

    /** What went astray. */
    @Schema(name = "MisaddressedMailingRecord")
    public record MailingRequest(
            @Min(1) @Max(330_000_000) long people, @NotNull LocalDate detectedOn) {}

    /** The incident that was reported for it. */
    @Schema(name = "LinkedBreach", examples = "{\"incidentId\": \"019cb452-04c0-790c-8c7d-7247342cd810\"}")
    public record LinkRequest(@NotNull UUID incidentId) {}

    private final MisaddressedWork work;

    MisaddressedResource(MisaddressedWork work) {
        this.work = work;
    }

    @POST
    @Operation(
            operationId = "recordMisaddressedMailing",
            summary = "Record that letters of this breach went to wrong people; its report is due the next day",
            description = "notification-service tells the same by itself where it sees it.")
    @APIResponse(responseCode = "201", description = "Recorded")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MailingRequest.class),
                            examples = @ExampleObject(name = "story", value = ASTRAY)))
    public Uni<Response> record(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam("Idempotency-Key") String retryKey,
            @NotNull @Valid MailingRequest request) {
        return work.record(incidentId, request, retryKey)
                .map(mailing ->
                        Response.status(Response.Status.CREATED).entity(mailing).build());
    }

    @POST
    @Path("/{mailingId}/link")
    @Operation(
            operationId = "linkMisaddressedMailing",
            summary =
                    "Name the new breach; the day on which the mailing was seen becomes a candidate for its discovery",
            description = "Needs If-Match with the version of the breach whose letters they were.")
    @APIResponse(responseCode = "409", description = "It is linked already")
    public Uni<Mailing> link(
            @PathParam("incidentId") UUID incidentId,
            @Parameter(description = "The mailing, as in the obligations of the breach") @PathParam("mailingId")
                    UUID mailingId,
            @NotNull @Valid LinkRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return work.link(incidentId, mailingId, request.incidentId(), ifMatch);
    }
}
