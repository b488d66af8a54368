package org.candor.investigation.insider;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.candor.investigation.cases.Narrowing;
import org.candor.investigation.cases.Tagged;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The team of an insider-threat case. */
@Path("/cases/{incidentId}/insider-team")
@Tag(name = "insider threat")
class InsiderResource {

    private final InsiderDesk desk;
    private final Narrowing narrowing;

    InsiderResource(InsiderDesk desk, Narrowing narrowing) {
        this.desk = desk;
        this.narrowing = narrowing;
    }

    @Schema(name = "InsiderTeamRequest")
    record TeamRequest(
            @Schema(description = "Subjects; every officer in charge is among them") @NotEmpty @Size(max = 50)
            Set<@NotNull @CleanText(max = 200) String> members,

            @Schema(examples = "The exports were made with an employee's account at night")
            @NotNull
            @CleanText(max = 4_000)
            PersonalText reason) {}

    @Schema(name = "InsiderTeam")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TeamView(List<String> members, PersonalText reason, String setBy, Instant setAt) {

        TeamView withoutReason() {
            return new TeamView(members, null, setBy, setAt);
        }
    }

    @Schema(name = "InsiderTeamLifting")
    record LiftingRequest(
            @Schema(examples = "The exports were the nightly backup; no employee took part")
            @NotNull
            @CleanText(max = 4_000)
            PersonalText reason) {}

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel", "auditor"})
    @Operation(operationId = "readInsiderTeam", summary = "Who is in the team; without one the list is empty")
    public Uni<RestResponse<TeamView>> read(@PathParam("incidentId") UUID incidentId) {
        return Tagged.answer(() -> desk.read(incidentId).map(team -> narrowing.tagged(team, TeamView::withoutReason)));
    }

    @PUT
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "setInsiderTeam",
            summary = "Set up the team; from now on only its members read the incident, in every service (policy S4)")
    @APIResponse(responseCode = "200", description = "Set up; here at once, in the other services with intake's record")
    @APIResponse(responseCode = "403", description = "The caller is not in charge of the case")
    @APIResponse(responseCode = "409", description = "An officer in charge is missing from the team")
    public Uni<RestResponse<TeamView>> set(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid TeamRequest request) {
        return Tagged.answer(() -> desk.set(incidentId, ifMatch, request));
    }

    @POST
    @Path("/lifting")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "liftInsiderTeam",
            summary = "Lift the team, so that roles decide again who reads the incident; needs If-Match",
            description =
                    "Who lifted it, when and why stands in the timeline. Recusals stay. Also a closed case's team can"
                            + " be lifted.")
    @APIResponse(responseCode = "200", description = "Lifted; in every service with intake's next record")
    @APIResponse(responseCode = "403", description = "The caller is not in charge of the case")
    @APIResponse(responseCode = "409", description = "There is no team")
    public Uni<RestResponse<TeamView>> lift(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid LiftingRequest request) {
        return Tagged.answer(() -> desk.lift(incidentId, ifMatch, request.reason()));
    }
}
