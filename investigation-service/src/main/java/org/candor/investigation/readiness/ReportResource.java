package org.candor.investigation.readiness;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.candor.investigation.readiness.decision.DepartmentCounts;
import org.candor.kit.data.Transactions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is trained and who is not, per department (45 CFR 164.530(b)(2)(ii)). */
@Path("/readiness")
@Tag(name = "readiness")
class ReportResource {

    private final ReportDesk desk;

    ReportResource(ReportDesk desk) {
        this.desk = desk;
    }

    @Schema(name = "ReadinessReport")
    record ReportView(
            String entityId,

            @Schema(description = "The day for which it holds")
            LocalDate today,

            @Schema(description = "Version of the catalogue", examples = "2026-1")
            String catalogue,

            List<DepartmentCounts> departments) {}

    @GET
    @Path("/report")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "auditor", "manager"})
    @Operation(
            operationId = "readReadinessReport",
            summary = "How many of each department are complete, lapsing, due, lapsed or missing",
            description = "Who is nothing but a manager sees the department that his token names.")
    public Uni<ReportView> report(
            @QueryParam("entityId") @NotNull String entityId, @QueryParam("department") String department) {
        return Transactions.run(() -> desk.report(entityId, department));
    }

    @GET
    @Path("/report.csv")
    @Produces("text/csv;charset=UTF-8")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "auditor", "manager"})
    @Operation(
            operationId = "exportReadinessReport",
            summary = "One row for each person and course, so that a department sees whom to send to which class")
    public Uni<String> sheet(
            @QueryParam("entityId") @NotNull String entityId, @QueryParam("department") String department) {
        return Transactions.run(() -> desk.sheet(entityId, department));
    }
}
