package org.candor.investigation.cyber;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.candor.investigation.cases.Narrowing;
import org.candor.investigation.cases.Tagged;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What policy II asks of a cyber-related case before anything is reported. */
@Path("/cases/{incidentId}/cyber")
@Tag(name = "cyber")
class CyberResource {

    private final CyberDesk desk;
    private final Narrowing narrowing;

    CyberResource(CyberDesk desk, Narrowing narrowing) {
        this.desk = desk;
        this.narrowing = narrowing;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel", "auditor"})
    @Operation(
            operationId = "readCyberFile",
            summary = "Order of policy II.B, decisions and drafts, and the 60-day clock that the order does not stop")
    @APIResponse(responseCode = "200", description = "Its ETag is what If-Match takes, also before anything is written")
    public Uni<RestResponse<CyberView>> read(@PathParam("incidentId") UUID incidentId) {
        return Tagged.answer(() -> desk.read(incidentId).map(file -> narrowing.tagged(file, CyberView::withoutWords)));
    }

    @POST
    @Path("/order")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "stateReportingOrder",
            summary = "State that response, mitigation or contingency plan is done or not needed (policy II.B)")
    @APIResponse(responseCode = "200", description = "Stated; it stays as it was said")
    @APIResponse(responseCode = "409", description = "Stated already, or containment is not over")
    public Uni<RestResponse<CyberView>> state(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid CyberWords.OrderRequest request) {
        return Tagged.answer(() -> desk.state(incidentId, ifMatch, request));
    }

    @POST
    @Path("/decisions")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "decideReporting",
            summary = "Decide whether the crime is reported and whether indicators are shared (policy II.B.1, II.B.2)")
    @APIResponse(
            responseCode = "200",
            description = "Decided; a later decision takes its place and the earlier is kept")
    public Uni<RestResponse<CyberView>> decide(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid CyberWords.AnswerRequest request) {
        return Tagged.answer(() -> desk.answer(incidentId, ifMatch, request));
    }

    @POST
    @Path("/identifiers")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator"})
    @Operation(
            operationId = "registerIdentifiers",
            summary =
                    "Add names and numbers of persons to those the check of drafts looks for; they are never shown again")
    @APIResponse(responseCode = "200", description = "Registered; what was registered before stays")
    public Uni<RestResponse<CyberView>> register(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid CyberWords.Identifiers request) {
        return Tagged.answer(() -> desk.register(incidentId, ifMatch, request));
    }

    @POST
    @Path("/identifiers/removal")
    @RolesAllowed({"privacy-officer", "counsel", "administrator"})
    @Operation(
            operationId = "removeIdentifiers",
            summary = "Take registered names and numbers out of the check, for a reason that is kept with them")
    @APIResponse(responseCode = "200", description = "Removed")
    @APIResponse(responseCode = "403", description = "An author of a draft that is on its way removes nothing")
    @APIResponse(responseCode = "409", description = "One of them is not registered; nothing was removed")
    public Uni<RestResponse<CyberView>> remove(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid CyberWords.Removal request) {
        return Tagged.answer(() -> desk.remove(incidentId, ifMatch, request));
    }
}
