package org.candor.investigation.mitigation;

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
import java.util.Optional;
import java.util.UUID;
import org.candor.investigation.cases.Creates;
import org.candor.investigation.cases.Narrowing;
import org.candor.investigation.cases.Tagged;
import org.candor.kit.data.Transactions;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Harm, what is done about it, and what business associates were asked (policy IV). */
@Path("/cases/{incidentId}/mitigation")
@Tag(name = "mitigation")
class MitigationResource {

    private final MitigationDesk desk;
    private final Creates creates;
    private final Narrowing narrowing;

    MitigationResource(MitigationDesk desk, Creates creates, Narrowing narrowing) {
        this.desk = desk;
        this.creates = creates;
        this.narrowing = narrowing;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel", "auditor"})
    @Operation(operationId = "readMitigation", summary = "What is known of harm, and what is done about it")
    @APIResponse(responseCode = "200", description = "Its ETag is what If-Match takes, also before anything is written")
    public Uni<RestResponse<MitigationView>> read(@PathParam("incidentId") UUID incidentId) {
        return Tagged.answer(
                () -> desk.read(incidentId).map(all -> narrowing.tagged(all, MitigationView::withoutWords)));
    }

    @PUT
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "writeMitigation",
            summary = "Write whether harm is known, whether training was considered, and when it was corrected")
    @APIResponse(responseCode = "200", description = "Written")
    @APIResponse(responseCode = "422", description = "Known harm is not described, or it was corrected in the future")
    public Uni<RestResponse<MitigationView>> write(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid MitigationRequests.FindingRequest request) {
        return Tagged.answer(() -> desk.write(incidentId, ifMatch, request));
    }

    @GET
    @Path("/history")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel", "auditor"})
    @Operation(operationId = "readMitigationHistory", summary = "Every writing of harm and correction, newest first")
    @APIResponse(
            responseCode = "200",
            description = "Each as it was written, by whom and when; the first is the present")
    public Uni<Page<MitigationView.VersionPart>> history(
            @PathParam("incidentId") UUID incidentId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        Optional<Cursor> after = Cursor.decode(cursor);
        return Transactions.run(() -> desk.history(incidentId, after, limit))
                .map(page -> new Page<>(
                        page.items().stream()
                                .map(version -> narrowing.of(version, MitigationView.VersionPart::withoutWords))
                                .toList(),
                        page.next()));
    }

    @POST
    @Path("/requests")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "askBusinessAssociate", summary = "Record what a business associate was asked to do")
    @APIResponse(responseCode = "201", description = "Recorded; its due day is a deadline")
    public Uni<RestResponse<MitigationView>> ask(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid MitigationRequests.AskRequest request,
            @Context UriInfo uri) {
        return creates.once(
                "ask-business-associate " + incidentId,
                key,
                request,
                id -> desk.ask(incidentId, ifMatch, id, request),
                id -> desk.read(incidentId),
                id -> uri.getAbsolutePath());
    }

    @POST
    @Path("/requests/{requestId}/reply")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "recordReply", summary = "Record what the business associate answered")
    @APIResponse(responseCode = "409", description = "Answered or withdrawn already")
    public Uni<RestResponse<MitigationView>> reply(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("requestId") UUID requestId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid MitigationRequests.ReplyRequest request) {
        return Tagged.answer(() -> desk.reply(incidentId, requestId, ifMatch, request));
    }

    @POST
    @Path("/requests/{requestId}/withdrawal")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "withdrawRequest",
            summary = "Take a request to a business associate back, with the reason")
    public Uni<RestResponse<MitigationView>> withdraw(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("requestId") UUID requestId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid MitigationRequests.WithdrawalRequest request) {
        return Tagged.answer(() -> desk.withdraw(incidentId, requestId, ifMatch, request));
    }
}
