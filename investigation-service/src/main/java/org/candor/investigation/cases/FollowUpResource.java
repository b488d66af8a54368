package org.candor.investigation.cases;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.candor.events.OfficerRole;
import org.candor.investigation.cases.decision.CaseCommand;
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

/** What is learnt from a case, what shall change, and who sees to it (policy I.H.2). */
@Path("/cases/{incidentId}")
@Tag(name = "follow-up")
class FollowUpResource {

    private final CaseWork work;
    private final Idempotency idempotency;
    private final Ids ids;

    FollowUpResource(CaseWork work, Idempotency idempotency, Ids ids) {
        this.work = work;
        this.idempotency = idempotency;
        this.ids = ids;
    }

    @Schema(name = "RecommendationRequest")
    record RecommendationRequest(
            @Schema(examples = "Encrypt every export that leaves the network") @NotNull @CleanText(max = Words.MEDIUM)
            PersonalText text) {}

    @Schema(name = "DecisionRequest")
    record DecisionRequest(
            @Schema(examples = "true") @NotNull Boolean approved,

            @Schema(examples = "To be paid from the reserve") @NotNull @CleanText(max = Words.MEDIUM)
            PersonalText reason) {}

    @Schema(name = "TaskRequest")
    record TaskRequest(
            @Schema(examples = "Turn on encryption in the export job") @NotNull @CleanText(max = Words.MEDIUM)
            PersonalText text,

            @Schema(description = "The approved recommendation it carries out, if any")
            UUID recommendationId,

            @Schema(examples = "SECURITY_OFFICER") @NotNull OfficerRole owner,
            @Schema(examples = "2026-04-30") @NotNull LocalDate dueOn) {}

    @Schema(name = "TaskEndingRequest")
    record TaskEndingRequest(
            @Schema(description = "Proof of completion, or why it is not needed", examples = "Change 2231, tested")
            @NotNull
            @CleanText(max = Words.MEDIUM)
            PersonalText reason) {}

    @PUT
    @Path("/follow-up")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "writeFollowUp",
            summary = "Write cost, impact, improvements and lessons learned, whole; earlier writings are kept")
    @APIResponse(responseCode = "200", description = "Written")
    @APIResponse(responseCode = "409", description = "The case is not in follow-up")
    public Uni<RestResponse<ChangeView>> write(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Words.FollowUp request) {
        return Transactions.run(() -> work.obey(
                        incidentId,
                        ifMatch,
                        request,
                        acting -> new CaseCommand.WriteFollowUp(acting.person(), request.answered()))
                .map(ChangeView::ok));
    }

    @POST
    @Path("/recommendations")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator"})
    @Operation(operationId = "proposeRecommendation", summary = "Recommend something to the head of the organisation")
    @APIResponse(responseCode = "201", description = "Proposed")
    public Uni<RestResponse<ChangeView>> propose(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid RecommendationRequest request,
            @Context UriInfo uri) {
        UUID id = ids.next();
        return create(
                "propose-recommendation " + incidentId,
                key,
                request,
                new New(incidentId, ifMatch, id, new Words.Text(request.text()), uri),
                acting -> new CaseCommand.ProposeRecommendation(acting.person(), id));
    }

    @POST
    @Path("/recommendations/{recommendationId}/decision")
    @RolesAllowed("administrator")
    @Operation(operationId = "decideRecommendation", summary = "Approve or reject; never one's own (policy I.H.2.d)")
    @APIResponse(responseCode = "200", description = "Decided")
    @APIResponse(responseCode = "403", description = "The proposer decides nothing")
    @APIResponse(responseCode = "409", description = "Decided already, or the case is not in follow-up")
    public Uni<RestResponse<ChangeView>> decide(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("recommendationId") UUID recommendationId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DecisionRequest request) {
        return Transactions.run(() -> work.obey(
                        incidentId,
                        ifMatch,
                        new Words.Reason(request.reason()),
                        acting -> new CaseCommand.DecideRecommendation(
                                acting.person(), recommendationId, request.approved()))
                .map(ChangeView::ok));
    }

    @POST
    @Path("/tasks")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "giveTask", summary = "Give somebody something to do until a day (policy I.H.2.e)")
    @APIResponse(responseCode = "201", description = "Given; its due day is a deadline")
    public Uni<RestResponse<ChangeView>> give(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid TaskRequest request,
            @Context UriInfo uri) {
        UUID id = ids.next();
        return create(
                "give-task " + incidentId,
                key,
                request,
                new New(incidentId, ifMatch, id, new Words.Text(request.text()), uri),
                acting -> new CaseCommand.GiveTask(
                        acting.person(),
                        id,
                        Optional.ofNullable(request.recommendationId()),
                        request.owner(),
                        request.dueOn(),
                        acting.zone()));
    }

    @POST
    @Path("/tasks/{taskId}/completion")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator"})
    @Operation(operationId = "completeTask", summary = "End a task with the proof that it is done")
    public Uni<RestResponse<ChangeView>> complete(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("taskId") UUID taskId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid TaskEndingRequest request) {
        return end(
                incidentId,
                ifMatch,
                request,
                acting -> new CaseCommand.CompleteTask(acting.person(), taskId, acting.zone()));
    }

    @POST
    @Path("/tasks/{taskId}/cancellation")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "cancelTask", summary = "End a task that is no longer needed, with the reason")
    public Uni<RestResponse<ChangeView>> cancel(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("taskId") UUID taskId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid TaskEndingRequest request) {
        return end(
                incidentId,
                ifMatch,
                request,
                acting -> new CaseCommand.CancelTask(acting.person(), taskId, acting.zone()));
    }

    /** What a create needs beside its command. */
    private record New(UUID incidentId, String ifMatch, UUID id, Object words, UriInfo uri) {}

    private Uni<RestResponse<ChangeView>> create(
            String operation, String key, Object request, New made, Function<Acting, CaseCommand> command) {
        return Transactions.run(() -> idempotency.once(
                        operation,
                        key,
                        request,
                        CaseWork.Changed.class,
                        () -> work.obey(made.incidentId(), made.ifMatch(), made.words(), command)
                                .map(changed -> changed.made(made.id()))))
                .map(changed -> ChangeView.created(changed, Addresses.ofCase(made.uri(), made.incidentId())));
    }

    private Uni<RestResponse<ChangeView>> end(
            UUID incidentId, String ifMatch, TaskEndingRequest request, Function<Acting, CaseCommand> command) {
        return Transactions.run(() -> work.obey(incidentId, ifMatch, new Words.Reason(request.reason()), command)
                .map(ChangeView::ok));
    }
}
