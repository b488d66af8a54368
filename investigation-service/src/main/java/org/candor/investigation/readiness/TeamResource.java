package org.candor.investigation.readiness;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candor.investigation.cases.Creates;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.readiness.Completions.CompletionRequest;
import org.candor.investigation.readiness.Completions.Evidence;
import org.candor.investigation.readiness.decision.Area;
import org.candor.investigation.readiness.decision.Member;
import org.candor.kit.data.Transactions;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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

    @Schema(name = "TeamMemberRequest")
    record MemberRequest(
            @Schema(examples = "larkspur-falls") @NotNull @CleanText(max = LONGEST)
            String entityId,

            @Schema(examples = "true") @NotNull Boolean active,

            @Schema(description = "What he is designated for (policy I.C.1)", examples = "[\"FORENSICS\"]")
            @NotNull
            @Size(max = 10)
            Set<@NotNull Area> areas,

            @Schema(description = "Last day of his authorisation; left out, he has none", examples = "2026-12-31")
            LocalDate authorisedUntil,

            @Schema(
                    description = "Who stands in for him: the subject of another active member; left out, nobody",
                    examples = "019cb452-04c0-790c-8c7d-7247342cd811")
            @CleanText(max = LONGEST)
            String deputy,

            @Schema(description = "First day of his membership; left out, it has begun", examples = "2026-01-01")
            LocalDate since,

            @Schema(description = "Last day of his membership; left out, no end is known", examples = "2026-12-31")
            LocalDate until) {

        Member member() {
            return new Member(
                    active,
                    areas,
                    Optional.ofNullable(authorisedUntil),
                    Optional.ofNullable(since),
                    Optional.ofNullable(until));
        }
    }

    @Schema(name = "TeamMember")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberView(
            String entityId,
            String person,
            boolean active,
            List<Area> areas,
            LocalDate authorisedUntil,
            String deputy,
            LocalDate since,
            LocalDate until,
            List<TrainingPart> trainings,

            @Schema(
                    description = "What he lacks today",
                    examples = "[\"training.INCIDENT_RESPONSE.expired.2026-01-31\"]")
            List<String> missing) {}

    @Schema(name = "TrainingRequest")
    record TrainingRequest(
            @Schema(examples = "larkspur-falls") @NotNull @CleanText(max = LONGEST)
            String entityId,

            @Schema(description = "Subject at the identity provider") @NotNull @CleanText(max = LONGEST)
            String person,

            @Schema(description = "Code of the catalogue", examples = "INCIDENT_RESPONSE") @NotNull @CleanText(max = 60)
            String course,

            @Schema(examples = "2026-02-01") @NotNull LocalDate completedOn,

            @Schema(description = "Last day on which it counts", examples = "2027-01-31") @NotNull
            LocalDate validUntil,

            @Valid Evidence evidence) {

        CompletionRequest completion() {
            return new CompletionRequest(entityId, course, completedOn, validUntil, evidence);
        }
    }

    @Schema(name = "CompletedTraining")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TrainingPart(
            String course, LocalDate completedOn, LocalDate validUntil, String recordedBy, Evidence evidence) {

        static TrainingPart of(TrainingRow row) {
            Evidence evidence = new Evidence(row.evidenceDocument, row.evidenceSha256, row.evidenceReference);
            return new TrainingPart(
                    row.course,
                    row.completedOn,
                    row.validUntil,
                    row.recordedBy,
                    evidence.equals(Evidence.NONE) ? null : evidence);
        }
    }

    @Schema(name = "TeamMemberChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangePart(
            boolean active,
            List<Area> areas,
            LocalDate authorisedUntil,
            String deputy,
            LocalDate since,
            LocalDate until,
            String changedBy,
            Instant changedAt) {

        static ChangePart of(MemberChangeRow row) {
            return new ChangePart(
                    row.active,
                    Arrays.stream(row.areas).map(Area::valueOf).toList(),
                    row.authorisedUntil,
                    row.deputy,
                    row.since,
                    row.until,
                    row.changedBy,
                    row.changedAt);
        }
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
