package org.candor.intake.reports;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.errors.Languages;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Reports: anybody may submit, the officers in charge read. */
@Path("/reports")
@Tag(name = "reports")
public class ReportResource {

    private final Submissions submissions;
    private final Readings readings;
    private final CurrentIdentityAssociation identity;

    ReportResource(Submissions submissions, Readings readings, CurrentIdentityAssociation identity) {
        this.submissions = submissions;
        this.readings = readings;
        this.identity = identity;
    }

    @POST
    @PermitAll
    @SecurityRequirement(name = "SecurityScheme")
    @SecurityRequirement(name = "")
    @Operation(
            operationId = "submitReport",
            summary = "Report an incident or complaint, with or without a token",
            description = """
                    201 means that the report is stored durably and will reach the officers even if other parts are down. Without
                    a token no identity is kept. A retry with the same Idempotency-Key gets the first answer, receipt included.""")
    @APIResponse(
            responseCode = "201",
            description = "Accepted and durable",
            content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    @APIResponse(responseCode = "422", description = "A field breaks a rule; nothing was stored")
    public Uni<Response> submit(
            @NotNull @Valid ReportRequest request,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @Context HttpHeaders headers) {
        // A token is optional here, but a wrong one is still refused: the sender believes to be known.
        return identity.getDeferredIdentity()
                .invoke(identity::setIdentity)
                .chain(() -> submissions.submit(request, Optional.ofNullable(idempotencyKey), Languages.of(headers)))
                .map(receipt -> Response.created(URI.create("/intake/reports/" + receipt.incidentId()))
                        .entity(receipt)
                        .build());
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "investigator"})
    @Operation(operationId = "listReports", summary = "Reports that the caller may see, newest first")
    public Uni<Page<ReportSummary>> list(@BeanParam @Valid ReportFilter filter, @QueryParam("cursor") String cursor) {
        return readings.page(filter, Cursor.decode(cursor));
    }

    @GET
    @Path("/{incidentId}")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "investigator"})
    @Operation(
            operationId = "readReport",
            summary = "One report with its narrative; the reading is recorded. The ETag is for corrections")
    public Uni<RestResponse<ReportView>> read(@PathParam("incidentId") UUID incidentId) {
        return readings.one(incidentId)
                .map(found -> RestResponse.ResponseBuilder.ok(found.view())
                        .header(HttpHeaders.ETAG, EntityTags.of(found.version()))
                        .build());
    }
}
