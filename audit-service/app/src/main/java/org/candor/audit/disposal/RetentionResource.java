package org.candor.audit.disposal;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Until when records are kept, and what falls due. */
@Path("/retention")
@RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel"})
@Tag(name = "retention", description = "Six years or longer, from the latest of what counts (45 CFR 164.530(j)(2))")
public class RetentionResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Due due;

    private final YearlyLogs logs;

    RetentionResource(Due due, YearlyLogs logs) {
        this.due = due;
        this.logs = logs;
    }

    @GET
    @Path("/{incidentId}")
    @Operation(
            operationId = "readRetention",
            summary =
                    "Until when an incident's records are kept, and what keeps them from going; the reading is recorded")
    @APIResponse(responseCode = "200", description = "How they stand today")
    @APIResponse(responseCode = "404", description = "The incident does not exist for you")
    public Uni<RetentionView> read(@PathParam("incidentId") UUID incidentId) {
        return due.of(incidentId);
    }

    @GET
    @Path("/due")
    @Operation(
            operationId = "listRecordsDue",
            summary = "Records whose time ends on that day or before; the reading is recorded")
    @APIResponse(responseCode = "200", description = "A page, what falls due first before the rest")
    public Uni<Page<DueItem>> list(
            @Parameter(description = "Last day; without it a year from today", example = "2033-12-31")
                    @QueryParam("until")
                    LocalDate until,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return due.page(Optional.ofNullable(until), Cursor.decode(cursor), limit)
                .map(found -> Page.of(found, limit, item -> item, Due::cursor));
    }

    @GET
    @Path("/logs/{year: [0-9]{4}}")
    @RolesAllowed({"auditor", "operator"})
    @Operation(
            operationId = "readYearlyLog",
            summary =
                    "Whether the trail's log of that UTC year may go: only when nothing in it is due later or on hold")
    @APIResponse(responseCode = "200", description = "How it stands today")
    public Uni<YearlyLogs.LogView> log(@PathParam("year") int year) {
        return logs.of(year);
    }

    @GET
    @Path("/due.csv")
    @Produces("text/csv;charset=UTF-8")
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"records-due.csv\"")
    @Operation(operationId = "exportRecordsDueAsCsv", summary = "The same as RFC 4180 text, UTF-8, with a heading")
    @APIResponse(responseCode = "200", description = "All of them")
    public Uni<String> csv(@QueryParam("until") LocalDate until) {
        return due.csv(Optional.ofNullable(until));
    }

    @GET
    @Path("/due.xlsx")
    @Produces(XLSX)
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"records-due.xlsx\"")
    @Operation(operationId = "exportRecordsDueAsXlsx", summary = "The same as a spreadsheet")
    @APIResponse(responseCode = "200", description = "All of them")
    public Uni<byte[]> xlsx(@QueryParam("until") LocalDate until) {
        return due.xlsx(Optional.ofNullable(until));
    }
}
