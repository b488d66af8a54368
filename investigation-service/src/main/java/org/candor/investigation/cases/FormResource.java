package org.candor.investigation.cases;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.candor.investigation.cases.decision.Form;
import org.candor.kit.errors.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The incident report forms: to read, and to sign. */
@Path("/cases/{incidentId}/forms")
@Tag(name = "forms")
class FormResource {

    private static final String PDF = "application/pdf";

    private final FormDesk desk;

    FormResource(FormDesk desk) {
        this.desk = desk;
    }

    @GET
    @Path("/{form: 4-I-[AB]}.pdf")
    @Produces(PDF)
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel", "auditor"})
    @Operation(
            operationId = "readForm",
            summary = "The newest signed version as it was frozen; a draft before the first, or with draft=true")
    @APIResponse(responseCode = "200", description = "An accessible PDF")
    public Uni<Response> read(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("form") String form,
            @QueryParam("version") Integer version,
            @QueryParam("draft") @DefaultValue("false") boolean draft) {
        return desk.document(incidentId, named(form), Optional.ofNullable(version), draft)
                .map(pdf -> inline(pdf, form + "-" + incidentId));
    }

    @GET
    @Path("/{form: 4-I-[AB]}")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel", "auditor"})
    @Operation(
            operationId = "readFormData",
            summary = "The same form as data, as it was frozen with its signature, or the draft")
    @APIResponse(responseCode = "200", description = "The form")
    public Uni<FormView> data(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("form") String form,
            @QueryParam("version") Integer version,
            @QueryParam("draft") @DefaultValue("false") boolean draft) {
        return desk.data(incidentId, named(form), Optional.ofNullable(version), draft);
    }

    @GET
    @Path("/{form: 4-I-[AB]}/lessons-learned.pdf")
    @Produces(PDF)
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel", "auditor"})
    @Operation(
            operationId = "readLessonsLearned",
            summary = "Lessons learned, as an attachment bound to the signed form by its hash")
    public Uni<Response> lessonsLearned(@PathParam("incidentId") UUID incidentId, @PathParam("form") String form) {
        return desk.lessonsLearned(incidentId, named(form))
                .map(pdf -> inline(pdf, form + "-lessons-learned-" + incidentId));
    }

    @POST
    @Path("/{form: 4-I-[AB]}/signature")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "signForm",
            summary = "Sign the form as it reads: 4-I-A by the privacy officer, 4-I-B by the security officer")
    @APIResponse(responseCode = "200", description = "Signed and frozen as a new version")
    @APIResponse(responseCode = "403", description = "The form is the other officer's")
    @APIResponse(responseCode = "409", description = "Documentation is missing, or it is signed as it stands")
    public Uni<RestResponse<ChangeView>> sign(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("form") String form,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return desk.sign(incidentId, named(form), ifMatch).map(ChangeView::ok);
    }

    private static Form named(String id) {
        return Form.of(id).orElseThrow(Problem::notFound);
    }

    private static Response inline(byte[] pdf, String name) {
        return Response.ok(pdf, PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + ".pdf\"")
                .build();
    }
}
