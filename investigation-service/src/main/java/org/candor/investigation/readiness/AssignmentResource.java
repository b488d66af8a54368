package org.candor.investigation.readiness;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.candor.investigation.readiness.decision.Area;
import org.candor.kit.data.Transactions;
import org.candor.kit.time.Ids;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.Idempotency;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Who is let near a case (policy I.A.3.b). An assignment gives no right to read: roles and routing do. */
@Path("/cases/{incidentId}/assignments")
@Tag(name = "readiness")
class AssignmentResource {

    private final AssignmentDesk desk;
    private final Idempotency idempotency;
    private final Ids ids;

    AssignmentResource(AssignmentDesk desk, Idempotency idempotency, Ids ids) {
        this.desk = desk;
        this.idempotency = idempotency;
        this.ids = ids;
    }

    @Schema(name = "AssignmentRequest")
    record AssignmentRequest(
            @Schema(description = "Subject at the identity provider") @NotNull @CleanText(max = 200)
            String person,

            @Schema(examples = "FORENSICS") @NotNull Area area,

            @Schema(
                    description =
                            "Why a lapsed or missing course of his curriculum does not stand against it; given by the"
                                    + " administrator only",
                    examples = "The next course is on Monday, and nobody else knows this system")
            @CleanText(max = 2000)
            PersonalText exceptionBecause) {}

    @Schema(name = "Assignment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AssignmentView(
            UUID id,
            String person,
            Area area,
            String assignedBy,
            Instant assignedAt,
            String releasedBy,
            Instant releasedAt,

            @Schema(
                    description = "What spoke against it and was let pass",
                    examples = "[\"curriculum.SAFEGUARDS.lapsed.2026-01-31\"]")
            List<String> excepted,

            String exceptedBy) {

        static AssignmentView of(AssignmentRow row) {
            return new AssignmentView(
                    row.id,
                    row.person,
                    row.area,
                    row.assignedBy,
                    row.assignedAt,
                    row.releasedBy,
                    row.releasedAt,
                    row.excepted.length == 0 ? null : List.of(row.excepted),
                    row.exceptedBy);
        }
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel", "auditor"})
    @Operation(operationId = "readAssignments", summary = "Who was let near the case, by whom and when")
    public Uni<List<AssignmentView>> read(@PathParam("incidentId") UUID incidentId) {
        return Transactions.run(() -> desk.read(incidentId));
    }

    @POST
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "assignPerson", summary = "Assign a trained and authorised member of the response team")
    @APIResponse(responseCode = "201", description = "Assigned")
    @APIResponse(
            responseCode = "409",
            description =
                    "NOT_READY names what he lacks; TRAINING_LAPSED what his curriculum asks for and he no longer has;"
                            + " CONFLICT_OF_INTEREST where he may not see the incident")
    public Uni<RestResponse<AssignmentView>> assign(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid AssignmentRequest request,
            @Context UriInfo uri) {
        UUID id = ids.next();
        return Transactions.run(() -> idempotency.once(
                        "assign-person " + incidentId,
                        key,
                        request,
                        AssignmentView.class,
                        () -> desk.assign(incidentId, id, request)))
                .map(view -> RestResponse.ResponseBuilder.<AssignmentView>created(uri.getAbsolutePath())
                        .entity(view)
                        .build());
    }

    @POST
    @Path("/{assignmentId}/release")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "releasePerson", summary = "End an assignment; it ends once")
    public Uni<AssignmentView> release(
            @PathParam("incidentId") UUID incidentId, @PathParam("assignmentId") UUID assignmentId) {
        return Transactions.run(() -> desk.release(incidentId, assignmentId));
    }
}
