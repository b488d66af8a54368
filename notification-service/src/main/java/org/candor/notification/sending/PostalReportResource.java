package org.candor.notification.sending;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.candor.kit.errors.ProblemView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happened to letters after they had left. */
@Path("/campaigns/{incidentId}")
@Tag(name = "sending")
@APIResponse(
        responseCode = "404",
        description = "Not there, or not to be seen by the caller",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemView.class)))
public class PostalReportResource {

    private final PostalReports reports;
    private final MisaddressedLetters misaddressed;

    PostalReportResource(PostalReports reports, MisaddressedLetters misaddressed) {
        this.reports = reports;
        this.misaddressed = misaddressed;
    }

    @POST
    @Path("/postal-reports")
    @Consumes("text/csv")
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "takePostalReport",
            summary = "Read back receipts of the print house and returned mail",
            description =
                    "CSV in UTF-8 with the columns reference (the return mark), event (MAILED or RETURNED) and on (ISO"
                            + " day). The same file again changes nothing. Counts are offered to breach-service, which decides about"
                            + " substitute notice (45 CFR 164.404(d)(2)).")
    @RequestBody(
            content = @Content(mediaType = "text/csv", examples = @ExampleObject(name = "two letters", value = """
                                                    reference,event,on
                                                    4f21aa-90c1d3,MAILED,2027-05-03
                                                    77b0e2-118f04,RETURNED,2027-05-11
                                                    """)))
    public Uni<PostalReportView> take(@PathParam("incidentId") UUID incidentId, @NotNull byte[] file) {
        return reports.take(incidentId, file);
    }

    @GET
    @Path("/postal-reports")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "auditor"})
    @Operation(operationId = "listPostalReports", summary = "Reports of the print house and the post, newest first")
    public Uni<List<PostalReportView>> all(@PathParam("incidentId") UUID incidentId) {
        return reports.all(incidentId);
    }

    @POST
    @Path("/misaddressed-letters")
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "recordMisaddressedLetters",
            summary = "Record that letters went to a wrong person; breach-service is told the count and the day",
            description =
                    "Recording a letter again changes nothing. The people whom the letters were about count as not told.")
    @APIResponse(responseCode = "422", description = "A reference is that of no letter which has left")
    public Uni<MisaddressedView> misaddressed(
            @PathParam("incidentId") UUID incidentId, @NotNull @Valid MisaddressedRequest request) {
        return misaddressed.record(incidentId, request);
    }
}
