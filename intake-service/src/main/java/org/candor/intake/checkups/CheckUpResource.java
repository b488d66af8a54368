package org.candor.intake.checkups;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Check-ups with whoever made a report, against retaliation. */
@Path("/reports/{incidentId}/check-ups")
@Tag(name = "check-ups")
public class CheckUpResource {

    private final CheckUpDesk desk;

    CheckUpResource(CheckUpDesk desk) {
        this.desk = desk;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "listCheckUps",
            summary = "All check-ups of a report with their notes; the reading is recorded")
    public Uni<Page<CheckUpView>> of(@PathParam("incidentId") UUID incidentId) {
        return desk.of(incidentId);
    }

    @POST
    @Path("/{number}/result")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "recordCheckUp",
            summary = "Record what came of a check-up that is due",
            description =
                    "DECLINED cancels those that would follow. RETALIATION_SAID is followed by a report of that kind.")
    public Uni<CheckUpView> record(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("number") long number,
            @NotNull @Valid CheckUpRequest request) {
        return desk.record(incidentId, number, request);
    }
}
