package org.candor.investigation.readiness;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.candor.investigation.cases.Creates;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.readiness.TeamViews.ChangePart;
import org.candor.investigation.readiness.TeamViews.MemberRequest;
import org.candor.investigation.readiness.TeamViews.MemberView;
import org.candor.investigation.readiness.TeamViews.TrainingRequest;
import org.candor.kit.data.Transactions;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The response team of a legal entity and its training (policy I.A.1, I.A.2). */
@Path("/readiness")
@Tag(name = "readiness")
class TeamResource {

    private static final int LONGEST = 200;

    private final TeamDesk desk;
    private final Creates creates;

    TeamResource(TeamDesk desk, Creates creates) {
        this.desk = desk;
        this.creates = creates;
    }

    @GET
    @Path("/team")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel", "auditor"})
    @Operation(operationId = "readResponseTeam", summary = "The response team of an entity, and who lacks what today")
    public Uni<Page<MemberView>> members(
            @QueryParam("entityId") @NotNull String entityId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        Optional<Cursor> after = Cursor.decode(cursor);
        return Transactions.run(() -> desk.members(entityId, after, limit));
    }

    @GET
    @Path("/team/{person}")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "auditor"})
    @Operation(operationId = "readTeamMember", summary = "One member; the ETag is what If-Match takes")
    public Uni<RestResponse<MemberView>> member(
            @PathParam("person") String person, @QueryParam("entityId") @NotNull String entityId) {
        return Tagged.answer(() -> desk.member(entityId, person));
    }

    @PUT
    @Path("/team/{person}")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "putTeamMember",
            summary = "Take somebody into the team, authorise him, or end that; a new one has the ETag \"0\"")
    @APIResponse(responseCode = "403", description = "Nobody vouches for himself")
    @APIResponse(responseCode = "422", description = "DEPUTY_NOT_IN_TEAM, MEMBERSHIP_DATES_WRONG")
    public Uni<RestResponse<MemberView>> put(
            @PathParam("person") @CleanText(max = LONGEST) String person,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid MemberRequest request) {
        return Tagged.answer(() -> desk.put(person, ifMatch, request));
    }

    @GET
    @Path("/team/{person}/history")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "auditor"})
    @Operation(operationId = "readMembership", summary = "Every change of a membership, oldest first")
    public Uni<List<ChangePart>> history(
            @PathParam("person") String person, @QueryParam("entityId") @NotNull String entityId) {
        return Transactions.run(() -> desk.history(entityId, person));
    }

    @POST
    @Path("/trainings")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "recordTraining", summary = "Record a completed course of a team member")
    @APIResponse(responseCode = "201", description = "Recorded; it stays as it was")
    public Uni<RestResponse<MemberView>> train(
            @HeaderParam("Idempotency-Key") String key, @NotNull @Valid TrainingRequest request, @Context UriInfo uri) {
        return creates.once(
                "record-training",
                key,
                request,
                id -> desk.train(id, request),
                id -> desk.member(request.entityId(), request.person()),
                id -> uri.getBaseUriBuilder()
                        .path("readiness/team/{person}")
                        .queryParam("entityId", request.entityId())
                        .build(request.person()));
    }
}
