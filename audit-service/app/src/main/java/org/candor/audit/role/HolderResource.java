package org.candor.audit.role;

import io.quarkus.security.Authenticated;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.programme.DutyRequest;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Who has which role, as managers decide. */
@Path("/programme/role-holders")
@Tag(name = "role based access")
public class HolderResource {

    private final HolderDesk desk;

    HolderResource(HolderDesk desk) {
        this.desk = desk;
    }

    @POST
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "manager"})
    @ResponseStatus(201)
    @Operation(
            operationId = "giveAccessRole",
            summary =
                    "Somebody has a role from today on; a manager decides for his department. Who has it is answered as he is")
    @APIResponse(responseCode = "201", description = "Who has it")
    @APIResponse(responseCode = "404", description = "No such role, or not for you or that department")
    public Uni<HolderView> give(@NotNull @Valid HolderRequest request) {
        return desk.give(request);
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listRoleHolders",
            summary = "Who has which role; the reading is recorded",
            description = """
                    An officer, counsel or auditor finds all of his entities, a manager those of his department, everybody himself. \
                    ?past=true shows those who had one, too.""")
    @APIResponse(responseCode = "200", description = "A page in the order in which they got it")
    public Uni<Page<HolderView>> list(
            @QueryParam("department") @DefaultValue("") @Pattern(regexp = "(" + DutyRequest.CODE + ")?")
                    String department,
            @QueryParam("past") @DefaultValue("false") boolean past,
            @QueryParam("cursor") UUID cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return desk.page(department, past, Optional.ofNullable(cursor).orElse(HolderDesk.FIRST), limit)
                .map(found -> page(found, limit));
    }

    @POST
    @Path("/{holderId}/end")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "manager"})
    @Operation(operationId = "endAccessRole", summary = "He has it no longer; that he had it stays. Needs If-Match")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = HolderView.class)))
    @APIResponse(responseCode = "409", description = "ROLE_ENDED")
    public Uni<Response> end(@PathParam("holderId") UUID holderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return desk.end(holderId, ifMatch)
                .map(holder -> Response.ok(holder)
                        .header(HttpHeaders.ETAG, EntityTags.of(holder.version()))
                        .build());
    }

    private static Page<HolderView> page(List<HolderView> found, int limit) {
        List<HolderView> shown = found.stream().limit(limit).toList();
        return new Page<>(
                shown, found.size() > limit ? shown.getLast().holderId().toString() : null);
    }
}
