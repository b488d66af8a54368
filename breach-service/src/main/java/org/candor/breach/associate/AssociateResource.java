package org.candor.breach.associate;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The register of business associates. */
@Path("/business-associates")
@Tag(name = "business associates")
public class AssociateResource {

    private static final String ASSOCIATE = """
        {"entityId": "larkspur-falls", "terms": {"name": "Copper Kettle Billing", "agent": false, "contractDays": 5,
         "templateVersion": "2024-1", "reportsEveryUse": true, "contractFrom": "2024-01-01"}}\
        """;

    /** A new entry of one legal entity. */
    @Schema(name = "BusinessAssociateRecord")
    public record AssociateRequest(
            @NotNull @Size(min = 1, max = 100) String entityId,
            @NotNull @Valid AssociateTerms terms) {}

    private final Associates associates;

    AssociateResource(Associates associates) {
        this.associates = associates;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "listBusinessAssociates", summary = "The register, newest first")
    public Uni<Page<Associate>> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        return associates.page(limit, Cursor.decode(cursor));
    }

    @POST
    @RolesAllowed({"privacy-officer", "administrator"})
    @Operation(
            operationId = "addBusinessAssociate",
            summary = "Enter a business associate with the terms of its contract")
    @APIResponse(
            responseCode = "201",
            description = "Entered, with Location and ETag",
            content = @Content(schema = @Schema(implementation = Associate.class)))
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AssociateRequest.class),
                            examples = @ExampleObject(name = "story", value = ASSOCIATE)))
    public Uni<Response> add(
            @NotNull @Valid AssociateRequest request, @HeaderParam("Idempotency-Key") String retryKey) {
        return associates
                .add(request, retryKey)
                .map(associate -> Response.created(URI.create("/breach/business-associates/" + associate.associateId()))
                        .header(HttpHeaders.ETAG, EntityTags.of(associate.version()))
                        .entity(associate)
                        .build());
    }

    @GET
    @Path("/{associateId}")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "readBusinessAssociate", summary = "One entry, with ETag")
    @APIResponse(
            responseCode = "200",
            description = "With ETag",
            content = @Content(schema = @Schema(implementation = Associate.class)))
    public Uni<Response> one(
            @Parameter(description = "The business associate, as in the register") @PathParam("associateId")
                    UUID associateId) {
        return associates.one(associateId).map(Associate::response);
    }

    @GET
    @Path("/{associateId}/history")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(
            operationId = "readBusinessAssociateHistory",
            summary = "Every version of the entry: which terms, written by whom and when; the first first")
    public Uni<List<AssociateVersion>> history(
            @Parameter(description = "The business associate, as in the register") @PathParam("associateId")
                    UUID associateId) {
        return associates.history(associateId);
    }

    @PUT
    @Path("/{associateId}")
    @RolesAllowed({"privacy-officer", "administrator"})
    @Operation(
            operationId = "changeBusinessAssociate",
            summary = "New terms, for knowledge recorded from now on; needs If-Match")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = Associate.class)))
    public Uni<Response> change(
            @Parameter(description = "The business associate, as in the register") @PathParam("associateId")
                    UUID associateId,
            @NotNull @Valid AssociateTerms terms,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return associates.change(associateId, terms, ifMatch).map(Associate::response);
    }
}
