package org.candor.breach.idle;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Late within the sixty days: alarms and reasons. */
@Path("/breaches/{incidentId}/idle-alarms")
@Tag(name = "breaches")
public class IdleResource {

    /** Why nothing moved. */
    @Schema(name = "IdleReason", examples = "{\"reason\": \"The printer could not take the run before Monday.\"}")
    public record ReasonRequest(
            @NotNull @CleanText(max = 2_000) PersonalText reason) {}

    private final IdleWork work;

    IdleResource(IdleWork work) {
        this.work = work;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "listIdleAlarms", summary = "When nothing moved, and why; nothing is ever removed")
    public Uni<List<IdleAlarm>> all(@PathParam("incidentId") UUID incidentId) {
        return work.all(incidentId);
    }

    @POST
    @Path("/{alarmId}/reason")
    @RolesAllowed({"privacy-officer", "administrator"})
    @Operation(operationId = "answerIdleAlarm", summary = "Say why nothing moved; the time begins anew")
    @APIResponse(responseCode = "409", description = "It is answered already")
    public Uni<List<IdleAlarm>> answer(
            @PathParam("incidentId") UUID incidentId,
            @Parameter(description = "The alarm, as in the list") @PathParam("alarmId") UUID alarmId,
            @NotNull @Valid ReasonRequest request) {
        return work.answer(incidentId, alarmId, request.reason().value());
    }
}
