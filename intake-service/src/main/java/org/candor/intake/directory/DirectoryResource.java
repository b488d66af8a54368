package org.candor.intake.directory;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The directory of legal entities and officers. The operator writes the first at installation, then the administrator. */
@Path("/directory")
@Tag(name = "directory")
public class DirectoryResource {

    private final DirectoryDesk directory;

    DirectoryResource(DirectoryDesk directory) {
        this.directory = directory;
    }

    @GET
    @Path("/entities")
    @RolesAllowed({"administrator", "operator", "privacy-officer", "security-officer"})
    @Operation(operationId = "listEntities", summary = "All legal entities")
    public Uni<Page<EntityView>> entities() {
        return directory
                .entities()
                .map(all -> new Page<>(all.stream().map(EntityView::of).toList(), null));
    }

    @PUT
    @Path("/entities/{entityId}")
    @RolesAllowed({"administrator", "operator"})
    @Operation(operationId = "putEntity", summary = "Create or change a legal entity; If-Match is needed to change")
    public Uni<Response> put(
            @PathParam("entityId")
                    @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}", message = "lower-case letters, digits and hyphens")
                    String entityId,
            @NotNull @Valid EntityRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return directory
                .put(entityId, request, ifMatch)
                .map(entity -> Response.ok(EntityView.of(entity))
                        .header(HttpHeaders.ETAG, EntityTags.of(entity.version))
                        .build());
    }

    @GET
    @Path("/officers")
    @RolesAllowed({"administrator", "operator", "privacy-officer", "security-officer"})
    @Operation(operationId = "listOfficers", summary = "All officers, also those who no longer hold their role")
    public Uni<Page<OfficerView>> officers() {
        return directory
                .officers()
                .map(all -> new Page<>(all.stream().map(OfficerView::of).toList(), null));
    }

    @PUT
    @Path("/officers/{officerId}")
    @RolesAllowed({"administrator", "operator"})
    @Operation(operationId = "putOfficer", summary = "Create or change an officer; If-Match is needed to change")
    public Uni<Response> put(
            @PathParam("officerId") UUID officerId,
            @NotNull @Valid OfficerRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return directory
                .put(officerId, request, ifMatch)
                .map(officer -> Response.ok(OfficerView.of(officer))
                        .header(HttpHeaders.ETAG, EntityTags.of(officer.version))
                        .build());
    }
}
