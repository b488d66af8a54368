package org.candor.intake.attempts;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Attempted access in bulk, from firewalls and sign-in logs. */
@Path("/attempted-access")
@Tag(name = "attempted access")
public class AttemptResource {

    private static final String CSV_EXAMPLE =
            "source,day,attempts,system\n203.0.113.44,2026-03-02,1843,patient portal\n";
    private static final String JSON_EXAMPLE =
            "{\"source\": \"203.0.113.44\", \"day\": \"2026-03-02\", \"attempts\": 1843, \"system\": \"patient portal\"}\n";

    private final Attempts attempts;

    AttemptResource(Attempts attempts) {
        this.attempts = attempts;
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed({"security-officer", "privacy-officer", "administrator"})
    @Operation(
            operationId = "importAttemptedAccessCsv",
            summary = "Import attempted access: CSV, UTF-8, header line, at most 1 MB a file",
            description =
                    "One record per source and day. The same file again changes nothing; a newer count replaces the older."
                            + " Each row gets its result, and a refused one does not keep the others out.")
    @RequestBody(
            content = @Content(mediaType = "text/csv", examples = @ExampleObject(name = "a day", value = CSV_EXAMPLE)))
    public Uni<ImportView> takeCsv(@QueryParam("entityId") @NotNull String entityId, byte[] file) {
        return attempts.take(entityId, () -> RowReader.csv(file));
    }

    @POST
    @Consumes("application/x-ndjson")
    @RolesAllowed({"security-officer", "privacy-officer", "administrator"})
    @Operation(operationId = "importAttemptedAccessJson", summary = "The same as JSON lines, one object a line")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/x-ndjson",
                            examples = @ExampleObject(name = "a day", value = JSON_EXAMPLE)))
    public Uni<ImportView> takeJson(@QueryParam("entityId") @NotNull String entityId, byte[] file) {
        return attempts.take(entityId, () -> RowReader.jsonLines(file));
    }

    @GET
    @RolesAllowed({"security-officer", "privacy-officer", "administrator", "auditor"})
    @Operation(operationId = "listAttemptedAccess", summary = "Attempted access of an entity, the newest day first")
    public Uni<Page<AttemptView>> page(
            @QueryParam("entityId") @NotNull String entityId,
            @QueryParam("since") LocalDate since,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        return attempts.page(entityId, since, limit, Cursor.decode(cursor));
    }
}
