package org.candor.audit.disposal;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Optional;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Until when the records of the registers are kept. */
@Path("/retention/registers")
@RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel"})
@Tag(name = "retention")
public class RegisterRecordResource {

    private final RegisterRecords records;

    RegisterRecordResource(RegisterRecords records) {
        this.records = records;
    }

    @GET
    @Operation(
            operationId = "listRegisterRecordsDue",
            summary =
                    "Members, roles and who had them, places, appointments, exceptions and duties whose time ends on that day or before; the reading is recorded",
            description = "What is still in effect is not among them (45 CFR 164.316(b)(2)(i)). Nothing is removed.")
    @APIResponse(responseCode = "200", description = "A page, what falls due first before the rest")
    public Uni<Page<RegisterRecordView>> list(
            @Parameter(description = "Last day; without it a year from today", example = "2033-12-31")
                    @QueryParam("until")
                    LocalDate until,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return records.page(Optional.ofNullable(until), Cursor.decode(cursor), limit)
                .map(found -> Page.of(found, limit, RegisterRecords.Placed::view, RegisterRecords.Placed::cursor));
    }
}
