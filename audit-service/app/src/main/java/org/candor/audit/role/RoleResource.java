package org.candor.audit.role;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import org.candor.audit.programme.CodeCursor;
import org.candor.audit.role.RoleRequest.Inventory;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The inventory of roles. */
@Path("/programme/roles")
@Tag(name = "role based access", description = "What data, where, how and why it is used, who has it, and exceptions")
public class RoleResource {

    private final RoleDesk desk;

    RoleResource(RoleDesk desk) {
        this.desk = desk;
    }

    @POST
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "addAccessRole",
            summary = "A role with its inventory; a code that is there is answered as it is")
    @APIResponse(
            responseCode = "201",
            description = "With Location and ETag",
            content = @Content(schema = @Schema(implementation = RoleView.class)))
    public Uni<Response> add(@NotNull @Valid RoleRequest request) {
        return desk.add(request)
                .map(role -> Response.created(URI.create("/audit/programme/roles/" + role.roleId()))
                        .header(HttpHeaders.ETAG, EntityTags.of(role.version()))
                        .entity(role)
                        .build());
    }

    @GET
    @RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel", "manager"})
    @Operation(operationId = "listAccessRoles", summary = "Roles with their newest inventory; the reading is recorded")
    @APIResponse(responseCode = "200", description = "A page in the order of entity and code")
    public Uni<Page<RoleView>> list(
            @QueryParam("cursor") @DefaultValue("") @Pattern(regexp = CodeCursor.SYNTAX) String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return desk.page(CodeCursor.of(cursor), limit)
                .map(found -> CodeCursor.page(
                        found, limit, Function.identity(), role -> new CodeCursor(role.entityId(), role.code())));
    }

    @GET
    @Path("/{roleId}")
    @RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel", "manager"})
    @Operation(
            operationId = "readAccessRole",
            summary = "One role with its newest inventory, with ETag; the reading is recorded")
    @APIResponse(
            responseCode = "200",
            description = "With ETag",
            content = @Content(schema = @Schema(implementation = RoleView.class)))
    @APIResponse(responseCode = "404", description = "No role has that id, or not for you")
    public Uni<Response> read(@PathParam("roleId") UUID roleId) {
        return desk.read(roleId).map(RoleResource::tagged);
    }

    @POST
    @Path("/{roleId}/versions")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "rewriteAccessRole",
            summary = "A new version of its inventory; the one before stays. Needs If-Match")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = RoleView.class)))
    @APIResponse(responseCode = "404", description = "No role has that id, or not for you")
    public Uni<Response> rewrite(
            @PathParam("roleId") UUID roleId,
            @NotNull @Valid Inventory inventory,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return desk.rewrite(roleId, inventory, ifMatch).map(RoleResource::tagged);
    }

    private static Response tagged(RoleView role) {
        return Response.ok(role)
                .header(HttpHeaders.ETAG, EntityTags.of(role.version()))
                .build();
    }
}
