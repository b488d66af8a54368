package org.candor.notification.telephone;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.candor.kit.errors.ProblemView;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Calls to affected people. */
@Path("/campaigns/{incidentId}/telephone-tasks")
@Tag(name = "telephone")
@APIResponse(
        responseCode = "404",
        description = "Not there, or not to be seen by the caller",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemView.class)))
@APIResponse(
        responseCode = "409",
        description = "The state refuses; the code says why",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemView.class)))
public class TelephoneResource {

    /** Whom to call. */
    @Schema(name = "TelephoneTasksRequest", examples = "{\"purpose\": \"SUBSTITUTE\"}")
    public record TasksRequest(@NotNull Purpose purpose) {}

    private final Calls calls;
    private final TaskReading reading;

    TelephoneResource(Calls calls, TaskReading reading) {
        this.calls = calls;
        this.reading = reading;
    }

    @POST
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "addTelephoneTasks",
            summary = "A task for everybody whom an open duty means; a second time adds only who is new",
            description =
                    "URGENT: everybody who is told at all, beside the letter. SUBSTITUTE: living people without a usable"
                            + " address.")
    public Uni<Calls.Added> add(@PathParam("incidentId") UUID incidentId, @NotNull @Valid TasksRequest request) {
        return calls.addAll(incidentId, request.purpose());
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer"})
    @Operation(
            operationId = "listTelephoneTasks",
            summary = "Who is to be called, by name, with the end of the number; recorded")
    public Uni<Page<TaskView>> page(
            @PathParam("incidentId") UUID incidentId,
            @QueryParam("purpose") Purpose purpose,
            @QueryParam("state") @Pattern(regexp = "OPEN|DONE|GIVEN_UP") String state,
            @QueryParam("cursor") UUID cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return reading.page(incidentId, purpose, state, cursor, limit);
    }

    @GET
    @Path("/{taskId}")
    @RolesAllowed({"privacy-officer", "security-officer"})
    @Operation(operationId = "getTelephoneTask", summary = "One task with its script and its calls; recorded")
    public Uni<TaskView> one(@PathParam("incidentId") UUID incidentId, @PathParam("taskId") UUID taskId) {
        return reading.one(incidentId, taskId);
    }

    @POST
    @Path("/{taskId}/calls")
    @RolesAllowed({"privacy-officer", "security-officer"})
    @Operation(operationId = "recordCall", summary = "Record a call and what came of it")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Calls.Recorded.class)))
    public Uni<Response> record(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("taskId") UUID taskId,
            @HeaderParam("Idempotency-Key") String retryKey,
            @NotNull @Valid CallRequest request) {
        return calls.record(incidentId, taskId, request, retryKey)
                .map(view ->
                        Response.status(Response.Status.CREATED).entity(view).build());
    }
}
