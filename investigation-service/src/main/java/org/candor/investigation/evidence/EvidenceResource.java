package org.candor.investigation.evidence;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.candor.investigation.cases.Creates;
import org.candor.investigation.cases.Narrowing;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.evidence.EvidenceView.EvidenceSummary;
import org.candor.kit.data.Transactions;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.LargeBody;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Evidence: what was collected, who has had it, and the files that are kept. */
@Path("/cases/{incidentId}/evidence")
@Tag(name = "evidence")
class EvidenceResource {

    private final EvidenceDesk desk;
    private final EvidenceFiles files;
    private final Creates creates;
    private final Narrowing narrowing;

    EvidenceResource(EvidenceDesk desk, EvidenceFiles files, Creates creates, Narrowing narrowing) {
        this.desk = desk;
        this.files = files;
        this.creates = creates;
        this.narrowing = narrowing;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel", "auditor"})
    @Operation(operationId = "listEvidence", summary = "The items of a case, newest first, without words")
    public Uni<Page<EvidenceSummary>> list(
            @PathParam("incidentId") UUID incidentId,
            @QueryParam("stepEntryId") UUID stepEntry,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        Optional<Cursor> after = Cursor.decode(cursor);
        return Transactions.run(() -> desk.list(incidentId, Optional.ofNullable(stepEntry), after, limit));
    }

    @POST
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator"})
    @Operation(
            operationId = "collectEvidence",
            summary = "Record an item with its hash and its first holder (policy I.D.1.d)")
    @APIResponse(responseCode = "201", description = "Recorded; the chain of custody has begun")
    @APIResponse(responseCode = "409", description = "The case is closed")
    @APIResponse(
            responseCode = "422",
            description = "A digital item without hash, an unknown step entry, a future time")
    public Uni<RestResponse<EvidenceView>> collect(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid EvidenceRequests.Collected request,
            @Context UriInfo uri) {
        return creates.once(
                "collect-evidence " + incidentId,
                key,
                request,
                id -> desk.collect(incidentId, id, request),
                id -> desk.read(incidentId, id),
                id -> uri.getAbsolutePathBuilder().path(id.toString()).build());
    }

    @GET
    @Path("/{itemId}")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel", "auditor"})
    @Operation(operationId = "readEvidence", summary = "An item with its chain of custody")
    public Uni<RestResponse<EvidenceView>> read(
            @PathParam("incidentId") UUID incidentId, @PathParam("itemId") UUID itemId) {
        return Tagged.answer(
                () -> desk.read(incidentId, itemId).map(item -> narrowing.tagged(item, EvidenceView::withoutFindings)));
    }

    @POST
    @Path("/{itemId}/custody")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator"})
    @Operation(
            operationId = "handOverEvidence",
            summary = "Enter who received the item from its present holder, when, why and in which condition")
    @APIResponse(responseCode = "200", description = "Entered; entries are never changed")
    @APIResponse(responseCode = "412", description = "Somebody entered another handover first")
    @APIResponse(responseCode = "422", description = "Before the last handover, or in the future")
    public Uni<RestResponse<EvidenceView>> handOver(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("itemId") UUID itemId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid EvidenceRequests.Handover request) {
        return Tagged.answer(() -> desk.handOver(incidentId, itemId, ifMatch, request));
    }

    @PUT
    @LargeBody
    @Path("/{itemId}/file")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator"})
    @Operation(
            operationId = "keepEvidenceFile",
            summary = "Keep the file of a digital item, at most 25 MB; larger ones stay with their holder")
    @APIResponse(responseCode = "200", description = "Kept encrypted; it is never replaced")
    @APIResponse(responseCode = "409", description = "A file is kept already, or the item is physical")
    @APIResponse(responseCode = "413", description = "More than 25 MB")
    @APIResponse(responseCode = "422", description = "The file is not what was collected: its hash differs")
    public Uni<RestResponse<EvidenceView>> keep(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("itemId") UUID itemId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            byte[] content) {
        return files.keep(incidentId, itemId, ifMatch, content == null ? new byte[0] : content)
                .map(Tagged::ok);
    }

    @GET
    @Path("/{itemId}/file")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel"})
    @Operation(operationId = "readEvidenceFile", summary = "The file, after its hash was taken again")
    @APIResponse(responseCode = "200", description = "What was collected, byte for byte")
    @APIResponse(
            responseCode = "500",
            description =
                    "EVIDENCE_ALTERED: the stored file is not what was collected; the security officer is alerted")
    public Uni<Response> file(@PathParam("incidentId") UUID incidentId, @PathParam("itemId") UUID itemId) {
        return files.read(incidentId, itemId)
                .map(content -> Response.ok(content, MediaType.APPLICATION_OCTET_STREAM)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"evidence-" + itemId + ".bin\"")
                        .build());
    }

    @POST
    @Path("/{itemId}/examination")
    @RolesAllowed({"security-officer", "administrator"})
    @Operation(
            operationId = "examineEvidence",
            summary = "Write down what was found about a stored file that was changed")
    @APIResponse(responseCode = "200", description = "Written; the duty is fulfilled")
    @APIResponse(responseCode = "409", description = "The item was not found changed, or is examined")
    public Uni<RestResponse<EvidenceView>> examine(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("itemId") UUID itemId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid EvidenceRequests.Examination request) {
        return Tagged.answer(() -> desk.examine(incidentId, itemId, ifMatch, request));
    }
}
