package org.candor.notification.posting;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.candor.kit.errors.ProblemView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The toll-free number of a substitute notice. */
@Path("/campaigns/{incidentId}/toll-free-line")
@Tag(name = "posting")
@APIResponse(
        responseCode = "404",
        description = "Not there, or not to be seen by the caller",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemView.class)))
public class LineResource {

    private final TollFreeLines lines;
    private final LookUps lookUps;

    LineResource(TollFreeLines lines, LookUps lookUps) {
        this.lines = lines;
        this.lookUps = lookUps;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "getTollFreeLine", summary = "The number, until when it must answer, and its check-ups")
    public Uni<LineView> get(@PathParam("incidentId") UUID incidentId) {
        return lines.get(incidentId);
    }

    @POST
    @Path("/checks")
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "checkTollFreeLine",
            summary = "Record that somebody called the number; the next check-up is due 30 days later")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = LineView.class)))
    public Uni<Response> check(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam("Idempotency-Key") String retryKey,
            @NotNull @Valid LineCheckRequest request) {
        return lines.check(incidentId, request, retryKey)
                .map(view ->
                        Response.status(Response.Status.CREATED).entity(view).build());
    }

    @GET
    @Path("/staff")
    @RolesAllowed({"privacy-officer", "auditor"})
    @Operation(operationId = "listLineStaff", summary = "Who may look a caller up, by subject of the identity provider")
    public Uni<List<String>> staff(@PathParam("incidentId") UUID incidentId) {
        return lookUps.staff(incidentId);
    }

    @PUT
    @Path("/staff")
    @RolesAllowed("privacy-officer")
    @Operation(operationId = "putLineStaff", summary = "Say who sits at the line; this replaces the earlier list")
    public Uni<List<String>> putStaff(
            @PathParam("incidentId") UUID incidentId,
            @NotNull @Size(max = 500) List<@NotNull @Pattern(regexp = "[\\w.:@-]{1,100}") String> persons) {
        return lookUps.putStaff(incidentId, persons);
    }

    @POST
    @Path("/look-ups")
    @RolesAllowed({"workforce", "business-associate", "manager", "investigator", "privacy-officer", "security-officer"})
    @Operation(
            operationId = "lookUpPerson",
            summary = "May a caller's information be included: yes or no",
            description =
                    "Only for those whom the privacy officer put at the line, a few a minute. Who asked and when is recorded,"
                            + " not about whom.")
    @APIResponse(
            responseCode = "200",
            description = "The answer",
            content = @Content(schema = @Schema(implementation = LookUpRequest.Answer.class)))
    @APIResponse(responseCode = "429", description = "Too many questions; Retry-After says how long to wait")
    public Uni<LookUpRequest.Answer> lookUp(
            @PathParam("incidentId") UUID incidentId, @NotNull @Valid LookUpRequest request) {
        return lookUps.ask(incidentId, request);
    }
}
