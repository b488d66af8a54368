package org.candor.breach.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.candor.breach.Versioned;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The breach question: read it, fill in the worksheet, decide. */
@Path("/assessments")
@Tag(name = "assessments")
public class AssessmentResource {

    private static final String FACTS = """
        {"gates": {
           "phi": {"kind": "PHI", "support": "Names, addresses and diagnoses of 612 patients."},
           "protection": {"kind": "NONE", "support": "A plain spreadsheet."},
           "event": {"permitted": false, "happened": ["DISCLOSURE"], "ransomware": false,
                     "support": "Sent by e-mail to a vendor with no need to know."}},
         "exceptions": {
           "UNINTENTIONAL_USE": {"answers": {"WORKFORCE_OR_UNDER_AUTHORITY": false, "GOOD_FAITH": true,
               "WITHIN_SCOPE_OF_AUTHORITY": false, "NO_FURTHER_IMPERMISSIBLE_USE": false}, "evidence": "A vendor got it."}},
         "factors": {
           "NATURE_AND_EXTENT": {"rating": "HIGH", "support": "Diagnoses with names."}},
         "policy": {"violated": true, "support": "The list was not checked before sending."},
         "notice": {"individuals": {"total": 612, "byJurisdiction": {"WI": 505, "IL": 104}}}}\
        """;

    private static final String CONCLUSION = """
        {"outcome": "REPORTABLE_BREACH", "reason": "The vendor opened the file."}\
        """;

    private static final String KNOWLEDGE = """
        {"knowledge": {"by": "WORKFORCE", "at": "2026-04-07T19:30:00Z"}, "how": "The clerk saw the bounced message."}\
        """;

    private final AssessmentWork work;
    private final WorksheetReading worksheets;

    AssessmentResource(AssessmentWork work, WorksheetReading worksheets) {
        this.work = work;
        this.worksheets = worksheets;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "investigator"})
    @Operation(operationId = "listAssessments", summary = "Assessments that the caller may see, newest first")
    public Uni<Page<AssessmentSummary>> list(
            @BeanParam @Valid AssessmentFilter filter, @QueryParam("cursor") String cursor) {
        return work.page(filter, Cursor.decode(cursor));
    }

    @GET
    @Path("/{incidentId}")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "investigator"})
    @Operation(
            operationId = "readAssessment",
            summary = "One assessment with worksheet and discovery record; the reading is recorded")
    @APIResponse(
            responseCode = "200",
            description = "With ETag",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    public Uni<Response> read(@PathParam("incidentId") UUID incidentId) {
        return work.one(incidentId).map(Versioned::response);
    }

    @PUT
    @Path("/{incidentId}/facts")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "recordFacts",
            summary = "Write worksheet and facts of the notices; needs If-Match",
            description =
                    "The whole of both: what is left out is empty from then on. After a conclusion the worksheet is"
                            + " frozen and only the facts of the notices may change.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @APIResponse(responseCode = "422", description = "Facts that are not readable or contradict themselves, each named")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FactsRequest.class),
                            examples = @ExampleObject(name = "story", value = FACTS)))
    public Uni<Response> record(
            @PathParam("incidentId") UUID incidentId,
            @NotNull @Valid FactsRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return work.record(incidentId, request, ifMatch).map(Versioned::response);
    }

    @POST
    @Path("/{incidentId}/knowledge")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "recordKnowledge",
            summary = "Add a candidate for the day of discovery; nothing is ever removed",
            description = "An entry that was wrong is replaced by another, and both are kept. Needs If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = KnowledgeRequest.class),
                            examples = @ExampleObject(name = "clerk", value = KNOWLEDGE)))
    public Uni<Response> know(
            @PathParam("incidentId") UUID incidentId,
            @NotNull @Valid KnowledgeRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return work.know(incidentId, request, ifMatch).map(Versioned::response);
    }

    @POST
    @Path("/{incidentId}/conclusion")
    @RolesAllowed({"privacy-officer", "administrator"})
    @Operation(
            operationId = "concludeAssessment",
            summary = "Decide: outcome a to e of policy III.A.2; freezes the worksheet; needs If-Match",
            description =
                    "409 lists what is missing by its place on the form. Against the suggestion a reason is needed,"
                            + " with the law of a State counsel's note, for a violation of policy three reasoned"
                            + " decisions.")
    @APIResponse(
            responseCode = "200",
            description = "Concluded",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @APIResponse(responseCode = "409", description = "Something is missing, or it is concluded already")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ConclusionRequest.class),
                            examples = @ExampleObject(name = "story", value = CONCLUSION)))
    public Uni<Response> conclude(
            @PathParam("incidentId") UUID incidentId,
            @NotNull @Valid ConclusionRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return work.conclude(incidentId, request, ifMatch).map(Versioned::response);
    }

    @POST
    @Path("/{incidentId}/reopening")
    @RolesAllowed({"privacy-officer", "administrator"})
    @Operation(
            operationId = "reopenAssessment",
            summary = "Take a conclusion back with a reason; duties stand until the next one; needs If-Match")
    public Uni<Response> reopen(
            @PathParam("incidentId") UUID incidentId,
            @NotNull @Valid ReopeningRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return work.reopen(incidentId, request, ifMatch).map(Versioned::response);
    }

    @GET
    @Path("/{incidentId}/worksheet.pdf")
    @Produces("application/pdf")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "investigator"})
    @Operation(
            operationId = "readWorksheet",
            summary = "Form 4-III-A: the frozen one after a conclusion, else a draft; the reading is recorded")
    public Uni<byte[]> worksheet(@PathParam("incidentId") UUID incidentId) {
        return worksheets.worksheet(incidentId);
    }

    @GET
    @Path("/{incidentId}/worksheets")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "investigator"})
    @Operation(
            operationId = "listWorksheets",
            summary = "Every signed worksheet with its hash; a reopened assessment begins the next edition")
    public Uni<List<Worksheets.Edition>> worksheets(@PathParam("incidentId") UUID incidentId) {
        return worksheets.worksheets(incidentId);
    }

    @GET
    @Path("/{incidentId}/worksheets/{edition}.pdf")
    @Produces("application/pdf")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "investigator"})
    @Operation(operationId = "readSignedWorksheet", summary = "Form 4-III-A as it was signed in that edition")
    public Uni<byte[]> worksheet(
            @PathParam("incidentId") UUID incidentId,
            @Parameter(description = "Number of the signed edition, from 1") @PathParam("edition") int edition) {
        return worksheets.worksheet(incidentId, edition);
    }
}
