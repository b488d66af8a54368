package org.candor.investigation.cases;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.candor.events.CasePhase;
import org.candor.investigation.cases.CaseView.CaseSummary;
import org.candor.investigation.cases.decision.CaseCommand;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.identity.Caller;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Cases and the decisions that move them from phase to phase. */
@Path("/cases")
@Tag(name = "cases")
class CaseResource {

    private final CaseWork work;
    private final CaseClosing closing;
    private final Cases cases;
    private final CaseViews views;
    private final IncidentVault vault;
    private final AccessLog accessLog;
    private final Narrowing narrowing;
    private final Caller caller;

    CaseResource(
            CaseWork work,
            CaseClosing closing,
            Cases cases,
            CaseViews views,
            IncidentVault vault,
            AccessLog accessLog,
            Narrowing narrowing,
            Caller caller) {
        this.work = work;
        this.closing = closing;
        this.cases = cases;
        this.views = views;
        this.vault = vault;
        this.accessLog = accessLog;
        this.narrowing = narrowing;
        this.caller = caller;
    }

    @Schema(name = "SafetyRequest")
    record SafetyRequest(
            @Schema(description = "May the affected system go on working", examples = "false") @NotNull
            Boolean safe,

            @Schema(examples = "The job would send again tonight") @NotNull @CleanText(max = Words.MEDIUM)
            PersonalText reason) {}

    @Schema(name = "ReasonRequest")
    record ReasonRequest(
            @Schema(examples = "The recipient has found a second file") @NotNull @CleanText(max = Words.MEDIUM)
            PersonalText reason) {}

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel", "auditor"})
    @Operation(operationId = "listCases", summary = "Cases the caller may see, newest first")
    public Uni<Page<CaseSummary>> list(
            @BeanParam CaseFilter filter,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        Optional<Cursor> after = Cursor.decode(cursor);
        return Transactions.run(() -> cases.list(filter, after, limit, caller.subject(), caller.entitiesFilter())
                .map(rows -> Page.of(rows, limit, CaseSummary::of, row -> new Cursor(row.openedAt, row.incidentId)))
                .call(page -> accessLog.list("list-cases", filter.codes(), ids(page))));
    }

    @GET
    @Path("/{incidentId}")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel", "auditor"})
    @Operation(
            operationId = "readCase",
            summary = "A case with its steps, words and what may be done next; without the words for an auditor")
    @APIResponse(responseCode = "200", description = "The case; its ETag is what If-Match takes")
    @APIResponse(responseCode = "404", description = "There is none that the caller may see")
    public Uni<RestResponse<CaseView>> read(@PathParam("incidentId") UUID incidentId) {
        return Transactions.run(() -> work.openForReading(incidentId)
                .chain(opened -> view(incidentId, opened)
                        .call(() -> accessLog.read("read-case", incidentId))
                        .map(view -> RestResponse.ResponseBuilder.ok(narrowing.of(view, CaseWithoutWords::of))
                                .header(
                                        HttpHeaders.ETAG,
                                        EntityTags.of(opened.stored().row().version))
                                .build())));
    }

    @POST
    @Path("/{incidentId}/triage")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "triageCase", summary = "Decide what kind of case it is (policy I.B.2.a)")
    @APIResponse(responseCode = "200", description = "Triaged; the next phase has begun")
    @APIResponse(responseCode = "409", description = "The case is not in triage")
    @APIResponse(responseCode = "412", description = "Somebody changed the case first")
    @APIResponse(
            responseCode = "422",
            description = "The answers contradict each other, or a condition of the check list is not met")
    public Uni<RestResponse<ChangeView>> triage(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid TriageRequest request) {
        return obey(
                incidentId,
                ifMatch,
                new Words.Reason(request.reason()),
                acting -> new CaseCommand.TriageCase(acting.person(), request.classification(), request.permitted()));
    }

    @POST
    @Path("/{incidentId}/breach-assessment")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "requestBreachAssessment",
            summary = "Open the breach question later than triage (policy I.E.3)")
    public Uni<RestResponse<ChangeView>> requestBreachAssessment(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReasonRequest request) {
        return obey(
                incidentId,
                ifMatch,
                new Words.Reason(request.reason()),
                acting -> new CaseCommand.RequestBreachAssessment(acting.person()));
    }

    @POST
    @Path("/{incidentId}/safe-to-continue")
    @RolesAllowed({"security-officer", "administrator"})
    @Operation(
            operationId = "decideSafeToContinue",
            summary = "Decide whether the affected system may go on working (policy I.D.1.h)")
    @APIResponse(responseCode = "200", description = "Decided")
    @APIResponse(
            responseCode = "409",
            description = "The case is not in containment, or it is decided that way already")
    public Uni<RestResponse<ChangeView>> decideSafety(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid SafetyRequest request) {
        return obey(
                incidentId,
                ifMatch,
                new Words.Reason(request.reason()),
                acting -> new CaseCommand.DecideSafeToContinue(acting.person(), request.safe()));
    }

    @POST
    @Path("/{incidentId}/phases/{phase}/completion")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "completePhase", summary = "End the present phase; the next begins")
    @APIResponse(responseCode = "200", description = "Ended")
    @APIResponse(responseCode = "409", description = "What is missing stands in the problem")
    public Uni<RestResponse<ChangeView>> completePhase(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("phase") CasePhase phase,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Transactions.run(() -> work.obey(
                        incidentId, ifMatch, acting -> new CaseCommand.CompletePhase(acting.person(), phase))
                .map(ChangeView::ok));
    }

    @POST
    @Path("/{incidentId}/closure")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "closeCase", summary = "Close the case (policy I.H.3)")
    @APIResponse(
            responseCode = "200",
            description = "Closed; the case file as it was then, words included, is handed to audit for keeping")
    @APIResponse(responseCode = "409", description = "All that is open stands in the problem")
    public Uni<RestResponse<ChangeView>> close(
            @PathParam("incidentId") UUID incidentId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return closing.close(incidentId, ifMatch).map(ChangeView::ok);
    }

    @POST
    @Path("/{incidentId}/reopening")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "reopenCase", summary = "Reopen a closed case with a reason; it returns to triage")
    public Uni<RestResponse<ChangeView>> reopen(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReasonRequest request) {
        return obey(
                incidentId,
                ifMatch,
                new Words.Reason(request.reason()),
                acting -> new CaseCommand.ReopenCase(acting.person()));
    }

    private Uni<CaseView> view(UUID incidentId, CaseWork.Opened opened) {
        return cases.papers(incidentId)
                .chain(papers -> vault.open(incidentId).map(cipher -> views.view(opened, papers, cipher)));
    }

    private Uni<RestResponse<ChangeView>> obey(
            UUID incidentId, String ifMatch, Object words, Function<Acting, CaseCommand> command) {
        return Transactions.run(
                () -> work.obey(incidentId, ifMatch, words, command).map(ChangeView::ok));
    }

    private static List<UUID> ids(Page<CaseSummary> page) {
        return page.items().stream().map(CaseSummary::incidentId).toList();
    }
}
