package org.candor.breach.log;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.candor.kit.data.Workers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The breach log, form 4-III-E. */
@Path("/log")
@Tag(name = "log")
@RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
public class LogResource {

    private final Logs logs;
    private final Workers workers;

    LogResource(Logs logs, Workers workers) {
        this.logs = logs;
        this.workers = workers;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "readLog", summary = "Breaches discovered in that year; a drill is never among them")
    public Uni<BreachLog> json(
            @Parameter(description = "Year of discovery, 2009 to 2100")
                    @QueryParam("year")
                    @NotNull
                    @Min(2009)
                    @Max(2100)
                    Integer year,
            @Parameter(description = "Only this legal entity; every granted one when absent") @QueryParam("entityId")
                    String entityId) {
        return logs.of(year, entityId);
    }

    @GET
    @Path("/breach-log.csv")
    @Produces(Sheet.CSV)
    @Operation(operationId = "readLogAsCsv", summary = "The log as CSV")
    public Uni<Response> csv(
            @Parameter(description = "Year of discovery, 2009 to 2100")
                    @QueryParam("year")
                    @NotNull
                    @Min(2009)
                    @Max(2100)
                    Integer year,
            @Parameter(description = "Only this legal entity; every granted one when absent") @QueryParam("entityId")
                    String entityId) {
        return logs.of(year, entityId)
                .chain(log -> workers.run(() -> LogSheet.of(log).csv()))
                .map(bytes -> Sheet.file(bytes, Sheet.CSV, "breach-log-" + year + ".csv"));
    }

    @GET
    @Path("/breach-log.xlsx")
    @Produces(Sheet.XLSX)
    @Operation(operationId = "readLogAsXlsx", summary = "The log as a spreadsheet")
    public Uni<Response> xlsx(
            @Parameter(description = "Year of discovery, 2009 to 2100")
                    @QueryParam("year")
                    @NotNull
                    @Min(2009)
                    @Max(2100)
                    Integer year,
            @Parameter(description = "Only this legal entity; every granted one when absent") @QueryParam("entityId")
                    String entityId) {
        return logs.of(year, entityId)
                .chain(log -> workers.run(() -> LogSheet.of(log).xlsx()))
                .map(bytes -> Sheet.file(bytes, Sheet.XLSX, "breach-log-" + year + ".xlsx"));
    }
}
