package org.candor.breach.log;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.candor.kit.data.Workers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The annual run, and earlier breaches that belong into the log. */
@Path("/log")
@Tag(name = "log")
public class YearResource {

    private static final String EARLIER = """
        {"entityId": "larkspur-falls", "breaches": [
         {"reference": "2026-003", "discoveredOn": "2026-02-11", "individuals": 4, "toldOn": "2026-03-02"}]}\
        """;

    /** How many entries the log got or changed. */
    @Schema(name = "BreachImportResult")
    public record ImportResult(int entries) {}

    private final Logs logs;
    private final ImportedBreaches imported;
    private final Workers workers;

    YearResource(Logs logs, ImportedBreaches imported, Workers workers) {
        this.logs = logs;
        this.imported = imported;
        this.workers = workers;
    }

    @GET
    @Path("/annual-run")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(
            operationId = "readAnnualRun",
            summary = "Breaches under 500 of that year, each as the portal's screens ask for it, and what was entered",
            description = "Due 60 days after the year's end: 1 March, or 29 February where the year of filing is a leap"
                    + " year. Earlier entering is allowed. A report that went in is told by notification-service;"
                    + " what was entered by hand is recorded with the completion of the duty, or by importing the"
                    + " earlier breach again.")
    public Uni<AnnualRunView> annualRun(
            @Parameter(description = "Year of discovery, 2009 to 2100")
                    @QueryParam("year")
                    @NotNull
                    @Min(2009)
                    @Max(2100)
                    Integer year,
            @Parameter(description = "Only this legal entity; every granted one when absent") @QueryParam("entityId")
                    String entityId) {
        return logs.of(year, entityId).map(AnnualRuns::of);
    }

    @GET
    @Path("/annual-run.csv")
    @Produces(Sheet.CSV)
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "readAnnualRunAsCsv", summary = "The annual run as CSV: one row per form")
    public Uni<Response> csv(
            @Parameter(description = "Year of discovery, 2009 to 2100")
                    @QueryParam("year")
                    @NotNull
                    @Min(2009)
                    @Max(2100)
                    Integer year,
            @Parameter(description = "Only this legal entity; every granted one when absent") @QueryParam("entityId")
                    String entityId) {
        return annualRun(year, entityId)
                .chain(run -> workers.run(() -> AnnualSheet.of(run).csv()))
                .map(bytes -> Sheet.file(bytes, Sheet.CSV, "annual-run-" + year + ".csv"));
    }

    @GET
    @Path("/annual-run.xlsx")
    @Produces(Sheet.XLSX)
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(
            operationId = "readAnnualRunAsXlsx",
            summary = "The annual run as a spreadsheet: one row per form, a column per field of the portal")
    public Uni<Response> xlsx(
            @Parameter(description = "Year of discovery, 2009 to 2100")
                    @QueryParam("year")
                    @NotNull
                    @Min(2009)
                    @Max(2100)
                    Integer year,
            @Parameter(description = "Only this legal entity; every granted one when absent") @QueryParam("entityId")
                    String entityId) {
        return annualRun(year, entityId)
                .chain(run -> workers.run(() -> AnnualSheet.of(run).xlsx()))
                .map(bytes -> Sheet.file(bytes, Sheet.XLSX, "annual-run-" + year + ".xlsx"));
    }

    @POST
    @Path("/imports")
    @RolesAllowed({"privacy-officer", "administrator"})
    @Operation(
            operationId = "importBreaches",
            summary = "Bring earlier breaches of one legal entity into the log; the same reference again changes its"
                    + " entry")
    @APIResponse(responseCode = "422", description = "An entry contradicts itself; the field is named, nothing is kept")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ImportRequest.class),
                            examples = @ExampleObject(name = "story", value = EARLIER)))
    public Uni<ImportResult> bringIn(@NotNull @Valid ImportRequest request) {
        return imported.bringIn(request).map(ImportResult::new);
    }
}
