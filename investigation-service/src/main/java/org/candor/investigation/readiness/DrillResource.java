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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.candor.investigation.cases.Creates;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.readiness.DrillViews.DrillRequest;
import org.candor.investigation.readiness.DrillViews.DrillView;
import org.candor.investigation.readiness.DrillViews.EndingRequest;
import org.candor.investigation.readiness.DrillViews.FindingRequest;
import org.candor.investigation.readiness.DrillViews.RunRequest;
import org.candor.investigation.readiness.decision.Drill;
import org.candor.kit.data.Transactions;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The periodic test of the response (policy I.A.2): planned, run through a case like any other, concluded, planned again. */
@Path("/readiness/drills")
@Tag(name = "readiness")
class DrillResource {

    private final DrillDesk desk;
    private final Creates creates;
    private final Ids ids;

    DrillResource(DrillDesk desk, Creates creates, Ids ids) {
        this.desk = desk;
        this.creates = creates;
        this.ids = ids;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "auditor"})
    @Operation(operationId = "listDrills", summary = "Drills of an entity by their due day, without findings")
    public Uni<Page<DrillView>> list(
            @QueryParam("entityId") @NotNull String entityId,
            @QueryParam("state") @Schema(examples = "PLANNED") Drill.State state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        Optional<Cursor> after = Cursor.decode(cursor);
        return Transactions.run(() -> desk.list(entityId, Optional.ofNullable(state), after, limit));
    }

    @POST
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "planDrill", summary = "Plan a drill; its day is on the board")
    @APIResponse(responseCode = "201", description = "Planned")
    @APIResponse(responseCode = "422", description = "READINESS_DAY_PASSED")
    public Uni<RestResponse<DrillView>> plan(
            @HeaderParam("Idempotency-Key") String key, @NotNull @Valid DrillRequest request, @Context UriInfo uri) {
        return creates.once(
                "plan-drill",
                key,
                request,
                id -> desk.plan(id, request),
                desk::read,
                id -> uri.getAbsolutePathBuilder().path("{drill}").build(id));
    }

    @GET
    @Path("/{drillId}")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "auditor"})
    @Operation(operationId = "readDrill", summary = "A drill with what it showed; the ETag is what If-Match takes")
    public Uni<RestResponse<DrillView>> read(@PathParam("drillId") UUID drillId) {
        return Tagged.answer(() -> desk.read(drillId));
    }

    @POST
    @Path("/{drillId}/run")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "runDrill", summary = "Name the case, reported as an exercise, through which it runs")
    @APIResponse(responseCode = "409", description = "DRILL_BEGUN_ALREADY, NOT_AN_EXERCISE")
    public Uni<RestResponse<DrillView>> run(
            @PathParam("drillId") UUID drillId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid RunRequest request) {
        return Tagged.answer(() -> desk.run(drillId, ifMatch, request.incident()));
    }

    @POST
    @Path("/{drillId}/findings")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "recordDrillFinding",
            summary = "What it showed becomes a task with a deadline, also after the drill has ended")
    @APIResponse(responseCode = "409", description = "DRILL_NOT_RUN")
    @APIResponse(responseCode = "422", description = "READINESS_DAY_PASSED")
    public Uni<RestResponse<DrillView>> find(
            @PathParam("drillId") UUID drillId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid FindingRequest request) {
        UUID id = ids.next();
        return Tagged.answer(() -> desk.find(drillId, id, ifMatch, request));
    }

    @POST
    @Path("/{drillId}/findings/{findingId}/completion")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "completeDrillFinding", summary = "End such a task with the proof that it is done")
    @APIResponse(responseCode = "409", description = "FINDING_DONE_ALREADY")
    public Uni<RestResponse<DrillView>> settle(
            @PathParam("drillId") UUID drillId,
            @PathParam("findingId") UUID findingId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid EndingRequest request) {
        return Tagged.answer(() -> desk.settle(drillId, findingId, ifMatch, request.text()));
    }

    @POST
    @Path("/{drillId}/conclusion")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "concludeDrill",
            summary = "The drill was held to its end, today; the next one is planned where it comes again")
    @APIResponse(responseCode = "409", description = "DRILL_NOT_RUN, EXERCISE_NOT_CLOSED")
    public Uni<RestResponse<DrillView>> conclude(
            @PathParam("drillId") UUID drillId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid EndingRequest request) {
        UUID next = ids.next();
        return Tagged.answer(() -> desk.conclude(drillId, next, ifMatch, request.text()));
    }

    @POST
    @Path("/{drillId}/cancellation")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "cancelDrill", summary = "Cancel a planned drill with the reason; its deadline goes")
    @APIResponse(responseCode = "409", description = "DRILL_BEGUN_ALREADY")
    public Uni<RestResponse<DrillView>> cancel(
            @PathParam("drillId") UUID drillId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid EndingRequest request) {
        return Tagged.answer(() -> desk.cancel(drillId, ifMatch, request.text()));
    }
}
