package org.candor.investigation.cases;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.OfficerRole;
import org.candor.investigation.cases.decision.CaseCommand;
import org.candor.investigation.cases.decision.CaseCommand.Measure;
import org.candor.investigation.cases.decision.StepEntry.Outcome;
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

/** The work on a case: measures with their times, and the minimum documentation. */
@Path("/cases/{incidentId}")
@Tag(name = "work")
class StepResource {

    private final CaseWork work;
    private final Idempotency idempotency;
    private final Ids ids;

    StepResource(CaseWork work, Idempotency idempotency, Ids ids) {
        this.work = work;
        this.idempotency = idempotency;
        this.ids = ids;
    }

    /** One measure; with {@code corrects} a later entry in the place of a wrong one. */
    @Schema(name = "StepRequest")
    record StepRequest(
            @Schema(description = "Id in the playbook", examples = "C-05")
            @NotNull
            @Pattern(regexp = "[A-Za-z0-9-]{1,20}", message = "an id such as C-05")
            String step,

            @Schema(examples = "DONE") @NotNull Outcome outcome,
            @Schema(examples = "2026-03-10T14:05:00Z") Instant startedAt,
            @Schema(examples = "2026-03-10T14:20:00Z") Instant endedAt,

            @Schema(
                    description = "The result, or why the step does not apply",
                    examples = "Memory image taken from the job server")
            @CleanText(max = Words.LONG)
            PersonalText result,

            @Schema(description = "Who did it, where it was not the recorder", examples = "Network team")
            @CleanText(max = Words.SHORT)
            PersonalText performedBy,

            @Schema(description = "Why an order rule was not kept") @CleanText(max = Words.MEDIUM)
            PersonalText deviation,

            @Schema(description = "Id of the entry that was wrong")
            UUID corrects) {

        Measure measure(UUID entry) {
            return new Measure(
                    entry,
                    step,
                    outcome,
                    Optional.ofNullable(startedAt),
                    Optional.ofNullable(endedAt),
                    result == null ? "" : result.value(),
                    Optional.ofNullable(deviation).map(PersonalText::value));
        }

        CaseCommand command(Acting acting, UUID entry) {
            return corrects == null
                    ? new CaseCommand.RecordStep(acting.person(), measure(entry))
                    : new CaseCommand.CorrectStep(acting.person(), corrects, measure(entry));
        }
    }

    @POST
    @Path("/steps")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator"})
    @Operation(
            operationId = "recordStep",
            summary = "Record a step of the present phase, or correct an earlier entry (policy I.D.2)")
    @APIResponse(responseCode = "201", description = "Recorded")
    @APIResponse(
            responseCode = "409",
            description = "A step of another phase, recorded already, or against an order rule, which is then named")
    @APIResponse(responseCode = "422", description = "Unknown step, end before start, words or times missing")
    public Uni<RestResponse<ChangeView>> record(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid StepRequest request,
            @Context UriInfo uri) {
        UUID entry = ids.next();
        Words.Step words = new Words.Step(request.result(), request.performedBy(), request.deviation());
        return Transactions.run(() -> idempotency.once(
                        "record-step " + incidentId,
                        key,
                        request,
                        CaseWork.Changed.class,
                        () -> work.obey(incidentId, ifMatch, words, acting -> request.command(acting, entry))
                                .map(changed -> changed.made(entry))))
                .map(changed -> ChangeView.created(changed, Addresses.ofCase(uri, incidentId)));
    }

    @POST
    @Path("/steps/{entryId}/approval")
    @RolesAllowed({"security-officer", "administrator"})
    @Operation(
            operationId = "approveStep",
            summary = "Approve what somebody else recorded, where the playbook asks for it")
    @APIResponse(responseCode = "200", description = "Approved")
    @APIResponse(responseCode = "403", description = "Nobody approves what he recorded himself")
    @APIResponse(responseCode = "409", description = "Not done yet, approved already, or no approval is asked")
    public Uni<RestResponse<ChangeView>> approve(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("entryId") UUID entryId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid CaseResource.ReasonRequest request) {
        return Transactions.run(() -> work.obey(
                        incidentId,
                        ifMatch,
                        new Words.Reason(request.reason()),
                        acting -> new CaseCommand.ApproveStep(acting.person(), entryId))
                .map(ChangeView::ok));
    }

    /** What an officer was told. */
    @Schema(name = "UpdateRequest")
    record UpdateRequest(
            @Schema(examples = "PRIVACY_OFFICER") @NotNull OfficerRole informed,

            @Schema(examples = "Told by telephone: the server is isolated, 612 patients are on the list")
            @NotNull
            @CleanText(max = Words.MEDIUM)
            PersonalText text) {}

    @POST
    @Path("/updates")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator"})
    @Operation(
            operationId = "informOfficer",
            summary = "Enter that an officer was told of the progress (policy I.D.2, I.E.2, I.F.2)")
    @APIResponse(responseCode = "200", description = "Entered in the timeline")
    public Uni<RestResponse<ChangeView>> inform(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid UpdateRequest request) {
        return Transactions.run(() -> work.obey(
                        incidentId,
                        ifMatch,
                        new Words.Reason(request.text()),
                        acting -> new CaseCommand.InformOfficer(acting.person(), request.informed()))
                .map(ChangeView::ok));
    }

    @PUT
    @Path("/documentation")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator"})
    @Operation(
            operationId = "writeDocumentation",
            summary = "Write the minimum documentation, whole; the earlier revision is kept (policy I.I)")
    @APIResponse(responseCode = "200", description = "Written; signed forms need a new signature")
    public Uni<RestResponse<ChangeView>> document(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Words.Documentation request) {
        return Transactions.run(() -> work.obey(
                        incidentId,
                        ifMatch,
                        request,
                        acting -> new CaseCommand.WriteDocumentation(acting.person(), request.answered()))
                .map(ChangeView::ok));
    }
}
