package org.candor.investigation.cyber;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.UUID;
import org.candor.investigation.cases.Creates;
import org.candor.investigation.cases.Tagged;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Drafts of reports to agencies. Candor sends none of them: a person does, and marks it with the agency's reference. */
@Path("/cases/{incidentId}/cyber/drafts")
@Tag(name = "cyber")
class DraftResource {

    private final DraftDesk desk;
    private final CyberDesk file;
    private final DraftChecks checks;
    private final DraftExports exports;
    private final Creates creates;

    DraftResource(DraftDesk desk, CyberDesk file, DraftChecks checks, DraftExports exports, Creates creates) {
        this.desk = desk;
        this.file = file;
        this.checks = checks;
        this.exports = exports;
        this.creates = creates;
    }

    @POST
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator"})
    @Operation(
            operationId = "writeAgencyReport",
            summary = "Write a report of a crime or of indicators; it is checked for health information at once")
    @APIResponse(responseCode = "201", description = "Written; BLOCKED where the check found something")
    @APIResponse(responseCode = "422", description = "An indicator is not of the type it is said to be")
    public Uni<RestResponse<CyberView>> write(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid CyberWords.DraftRequest request,
            @Context UriInfo uri) {
        return checks.ofNew(incidentId, request)
                .chain(checked -> creates.once(
                        "write-agency-report " + incidentId,
                        key,
                        request,
                        id -> desk.write(incidentId, id, ifMatch, request, checked),
                        id -> file.read(incidentId),
                        id -> uri.getAbsolutePathBuilder().path(id + ".pdf").build()));
    }

    @PUT
    @Path("/{draftId}")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator"})
    @Operation(
            operationId = "rewriteAgencyReport",
            summary = "Write it anew, whole; check, override and signature begin anew")
    @APIResponse(responseCode = "409", description = "It was sent or withdrawn")
    public Uni<RestResponse<CyberView>> rewrite(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("draftId") UUID draftId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid CyberWords.DraftRequest request) {
        return checks.ofNew(incidentId, request)
                .chain(checked -> Tagged.answer(() -> desk.rewrite(incidentId, draftId, ifMatch, request, checked)));
    }

    @POST
    @Path("/{draftId}/override")
    @RolesAllowed({"privacy-officer", "counsel", "administrator"})
    @Operation(
            operationId = "overridePhiCheck",
            summary = "Say why what was found may stand: not of an individual, or permitted by the Privacy Rule")
    @APIResponse(responseCode = "403", description = "An author overrides nothing in his own draft")
    @APIResponse(responseCode = "422", description = "Indicators never carry health information (policy II.B.2)")
    public Uni<RestResponse<CyberView>> override(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("draftId") UUID draftId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid CyberWords.OverrideRequest request) {
        return checks.ofStored(incidentId, draftId)
                .chain(checked -> Tagged.answer(() -> desk.override(incidentId, draftId, ifMatch, request, checked)));
    }

    @POST
    @Path("/{draftId}/signature")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "signAgencyReport",
            summary = "Sign it off; never one's own. The check runs again on what the case knows now")
    @APIResponse(responseCode = "409", description = "PHI_FOUND names each finding by kind and place")
    public Uni<RestResponse<CyberView>> sign(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("draftId") UUID draftId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return checks.ofStored(incidentId, draftId)
                .chain(checked -> Tagged.answer(() -> desk.sign(incidentId, draftId, ifMatch, checked)));
    }

    @POST
    @Path("/{draftId}/sending")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "markAgencyReportSent", summary = "Say that it was sent, and the agency's reference")
    @APIResponse(
            responseCode = "409",
            description = "Not signed; or policy II.B is not kept, and then a deviation with its reason is the way")
    public Uni<RestResponse<CyberView>> send(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("draftId") UUID draftId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid CyberWords.SendingRequest request) {
        return Tagged.answer(() -> desk.send(incidentId, draftId, ifMatch, request));
    }

    @POST
    @Path("/{draftId}/withdrawal")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator"})
    @Operation(operationId = "withdrawAgencyReport", summary = "Take back a draft that was not sent")
    public Uni<RestResponse<CyberView>> withdraw(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("draftId") UUID draftId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Tagged.answer(() -> desk.withdraw(incidentId, draftId, ifMatch));
    }

    @GET
    @Path("/{draftId}.pdf")
    @Produces("application/pdf")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel"})
    @Operation(
            operationId = "printAgencyReport",
            summary = "The report as an accessible PDF, marked until it is signed")
    public Uni<byte[]> pdf(@PathParam("incidentId") UUID incidentId, @PathParam("draftId") UUID draftId) {
        return exports.pdf(incidentId, draftId);
    }

    @GET
    @Path("/{draftId}/stix")
    @Produces("application/stix+json;version=2.1")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "exportStix", summary = "The indicators of a signed draft as a STIX 2.1 bundle")
    @APIResponse(responseCode = "409", description = "Not signed, without indicators, or an exercise")
    public Uni<Map<String, Object>> stix(@PathParam("incidentId") UUID incidentId, @PathParam("draftId") UUID draftId) {
        return exports.stix(incidentId, draftId);
    }
}
