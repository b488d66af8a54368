package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The officers' queue as a whole. */
@Path("/reports")
@Tag(name = "reports")
public class QueueResource {

    private static final String CSV = "text/csv;charset=UTF-8";

    private final Queue queue;
    private final Exports exports;

    QueueResource(Queue queue, Exports exports) {
        this.queue = queue;
        this.exports = exports;
    }

    @GET
    @Path("/counts")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "investigator"})
    @Operation(operationId = "countReports", summary = "How many reports there are that the caller may see")
    public Uni<CountsView> counts() {
        return queue.counts();
    }

    @POST
    @Path("/search")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "investigator"})
    @Operation(
            operationId = "searchReports",
            summary = "Search by words of systems, codes and business associate, newest first",
            description = "Narrative, place and persons are sealed and not searched.")
    public Uni<Page<ReportSummary>> search(
            @NotNull @Valid SearchRequest request,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        return queue.search(request.text().value(), limit, Cursor.decode(cursor));
    }

    @GET
    @Path("/export")
    @Produces(CSV)
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "exportReports",
            summary = "The filtered list as CSV, without narrative; the limit does not apply",
            description = "No cell is read as a formula: what begins with = + - or @ has an apostrophe before it.")
    public Uni<RestResponse<byte[]>> export(@BeanParam @Valid ReportFilter filter) {
        return exports.csv(filter)
                .map(file -> RestResponse.ResponseBuilder.ok(file, CSV)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"reports.csv\"")
                        .build());
    }
}
