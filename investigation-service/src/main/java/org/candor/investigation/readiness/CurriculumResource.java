package org.candor.investigation.readiness;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.readiness.CurriculumViews.CurriculumRequest;
import org.candor.investigation.readiness.CurriculumViews.CurriculumView;
import org.candor.investigation.readiness.decision.Catalogue;
import org.candor.kit.data.Transactions;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What is taught, and to whom (45 CFR 164.530(b)(2)(i), 164.308(a)(5)(i)). */
@Path("/readiness")
@Tag(name = "readiness")
class CurriculumResource {

    private static final int LONGEST = 60;

    private final CurriculumDesk desk;
    private final Catalogue catalogue;

    CurriculumResource(CurriculumDesk desk, Catalogue catalogue) {
        this.desk = desk;
        this.catalogue = catalogue;
    }

    @GET
    @Path("/catalogue")
    @RolesAllowed({
        "privacy-officer",
        "security-officer",
        "investigator",
        "administrator",
        "counsel",
        "auditor",
        "manager"
    })
    @Operation(
            operationId = "readTrainingCatalogue",
            summary = "Topics, courses and proposed curricula, with their version",
            description = "A proposal asks nothing of anybody until it is adopted for an entity.")
    public Uni<Catalogue> catalogue() {
        return Uni.createFrom().item(catalogue);
    }

    @GET
    @Path("/curricula")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "auditor"})
    @Operation(
            operationId = "listCurricula",
            summary = "What the entity asks of each role; a role that is not here, of nothing")
    public Uni<List<CurriculumView>> curricula(@QueryParam("entityId") @NotNull String entityId) {
        return Transactions.run(() -> desk.list(entityId));
    }

    @GET
    @Path("/curricula/{role}")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "auditor"})
    @Operation(operationId = "readCurriculum", summary = "One curriculum; the ETag is what If-Match takes")
    public Uni<RestResponse<CurriculumView>> curriculum(
            @PathParam("role") @Schema(examples = "workforce") String role,
            @QueryParam("entityId") @NotNull String entityId) {
        return Tagged.answer(() -> desk.read(entityId, role));
    }

    @PUT
    @Path("/curricula/{role}")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "putCurriculum",
            summary = "Adopt or change what is asked of a role; a new one has the ETag \"0\"",
            description =
                    "From then on who has lapsed in a course of his role, or never did it in time, is not assigned to cases.")
    @APIResponse(responseCode = "422", description = "UNKNOWN_COURSE")
    public Uni<RestResponse<CurriculumView>> putCurriculum(
            @PathParam("role") @Schema(examples = "workforce") @CleanText(max = LONGEST) String role,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid CurriculumRequest request) {
        return Tagged.answer(() -> desk.put(role, ifMatch, request));
    }
}
