package org.candor.intake.exceptions;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was let through beside the rules. */
@Path("/access-exceptions")
@Tag(name = "exceptions")
public class ExceptionResource {

    private final Exceptions exceptions;

    ExceptionResource(Exceptions exceptions) {
        this.exceptions = exceptions;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "listAccessExceptions",
            summary =
                    "Broken glass, unmasked values and additional or only readers of an entity's incidents, newest first",
            description =
                    "Of incidents that the caller may see himself: those of a restricted case are reviewed by who belongs to it."
                            + " Designated helpers stand in the directory.")
    public Uni<Page<ExceptionView>> page(
            @QueryParam("entityId") @NotNull String entityId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        return exceptions.page(entityId, limit, Cursor.decode(cursor));
    }
}
