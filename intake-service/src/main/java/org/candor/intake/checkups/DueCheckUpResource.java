package org.candor.intake.checkups;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Check-ups whose day has come, of all reports that the caller may see. */
@Path("/check-ups")
@Tag(name = "check-ups")
public class DueCheckUpResource {

    private final CheckUpDesk desk;

    DueCheckUpResource(CheckUpDesk desk) {
        this.desk = desk;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(operationId = "listDueCheckUps", summary = "Check-ups that are due, the oldest first")
    public Uni<Page<CheckUpView>> due(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        return desk.due(limit, Cursor.decode(cursor));
    }
}
