package org.candor.notification.hhs;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.kit.errors.ProblemView;
import org.candor.kit.web.EntityTags;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The report to HHS: the portal has no API, so every answer stands ready to be copied, and the tracking number is kept. */
@Path("/campaigns/{incidentId}")
@Tag(name = "hhs")
@APIResponse(
        responseCode = "404",
        description = "Not there, or not to be seen by the caller",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemView.class)))
@APIResponse(
        responseCode = "409",
        description = "The state refuses; the code says why",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemView.class)))
public class HhsResource {

    private final Worksheets worksheets;
    private final Submissions submissions;

    HhsResource(Worksheets worksheets, Submissions submissions) {
        this.worksheets = worksheets;
        this.submissions = submissions;
    }

    @GET
    @Path("/hhs-worksheet")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "getHhsWorksheet", summary = "The worksheet 4-III-D, field by field in screen order")
    @APIResponse(
            responseCode = "200",
            description = "The sheet; ETag names its version",
            content = @Content(schema = @Schema(implementation = WorksheetView.class)))
    public Uni<Response> get(
            @PathParam("incidentId") UUID incidentId, @QueryParam("report") @DefaultValue("HIPAA") Report report) {
        return worksheets.get(incidentId, report).map(HhsResource::answer);
    }

    @PUT
    @Path("/hhs-worksheet")
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "putHhsWorksheet",
            summary =
                    "The officer's answers by field id; they replace the earlier ones and go before what is filled in",
            description = "If-Match is needed from the second time on.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "answers", value = """
                                                    {"breachStart": ["2026-11-18"], "breachType": ["Unauthorized Access/Disclosure"],
                                                     "location": ["Email"], "phiTypes": ["Clinical", "Demographic"],
                                                     "clinical": ["Other Treatment Information"], "demographic": ["Name", "Date of Birth"]}
                                                    """)))
    @APIResponse(
            responseCode = "200",
            description = "The sheet; ETag names its version",
            content = @Content(schema = @Schema(implementation = WorksheetView.class)))
    public Uni<Response> put(
            @PathParam("incidentId") UUID incidentId,
            @QueryParam("report") @DefaultValue("HIPAA") Report report,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull Map<String, @NotNull List<@NotNull String>> answers) {
        return worksheets.put(incidentId, report, answers, ifMatch).map(HhsResource::answer);
    }

    @GET
    @Path("/hhs-worksheet.pdf")
    @Produces("application/pdf")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "getHhsWorksheetPdf", summary = "The worksheet on paper")
    public Uni<byte[]> pdf(
            @PathParam("incidentId") UUID incidentId, @QueryParam("report") @DefaultValue("HIPAA") Report report) {
        return worksheets.pdf(incidentId, report);
    }

    @GET
    @Path("/hhs-worksheet.html")
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "getHhsWorksheetPage", summary = "The worksheet as a page to copy from")
    public Uni<String> html(
            @PathParam("incidentId") UUID incidentId, @QueryParam("report") @DefaultValue("HIPAA") Report report) {
        return worksheets.get(incidentId, report).map(sheet -> WorksheetLayout.html(sheet.view()));
    }

    @POST
    @Path("/hhs-submission")
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "recordHhsSubmission",
            summary = "Record what was submitted, with the portal's tracking number",
            description =
                    "The worksheet is kept as it reads at this moment. An ADDENDUM names the report that it corrects.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = WorksheetView.SubmissionView.class)))
    public Uni<Response> submit(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam("Idempotency-Key") String retryKey,
            @NotNull @Valid SubmissionRequest request) {
        return submissions
                .submit(incidentId, request, retryKey)
                .map(view ->
                        Response.status(Response.Status.CREATED).entity(view).build());
    }

    @GET
    @Path("/hhs-submissions/{submissionId}/worksheet.pdf")
    @Produces("application/pdf")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(
            operationId = "getSubmittedWorksheet",
            summary = "The worksheet as it was kept when that report was recorded")
    public Uni<byte[]> submitted(
            @PathParam("incidentId") UUID incidentId, @PathParam("submissionId") UUID submissionId) {
        return submissions.worksheet(incidentId, submissionId);
    }

    private static Response answer(Worksheets.Sheet sheet) {
        return Response.ok(sheet.view())
                .header(HttpHeaders.ETAG, EntityTags.of(sheet.version()))
                .build();
    }
}
