package org.candor.audit.role;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.role.ExceptionView.State;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Exceptions of access. */
@Path("/programme/exceptions")
@Tag(name = "role based access")
public class ExceptionResource {

    private final ExceptionDesk desk;

    ExceptionResource(ExceptionDesk desk) {
        this.desk = desk;
    }

    @POST
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "manager"})
    @Operation(
            operationId = "askAccessException",
            summary = "Ask for access that somebody's roles do not give, for a time; takes an Idempotency-Key")
    @APIResponse(
            responseCode = "201",
            description = "Asked, with Location and ETag; another person decides",
            content = @Content(schema = @Schema(implementation = ExceptionView.class)))
    @APIResponse(responseCode = "404", description = "No such role, or not for you or that department")
    public Uni<Response> ask(
            @NotNull @Valid ExceptionRequest request, @HeaderParam("Idempotency-Key") String retryKey) {
        return desk.ask(request, retryKey)
                .map(asked -> Response.created(URI.create("/audit/programme/exceptions/" + asked.exceptionId()))
                        .header(HttpHeaders.ETAG, EntityTags.of(asked.version()))
                        .entity(asked)
                        .build());
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listAccessExceptions",
            summary = "Exceptions, newest first, without their reasons; the reading is recorded",
            description =
                    "An officer, counsel or auditor finds all of his entities, a manager those of his department, everybody his own.")
    @APIResponse(responseCode = "200", description = "A page of exceptions")
    public Uni<Page<ExceptionView>> list(
            @QueryParam("state") State state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return desk.page(Optional.ofNullable(state).map(State::name).orElse(""), Cursor.decode(cursor), limit)
                .map(found ->
                        Page.of(found, limit, one -> one, one -> new Cursor(one.requestedAt(), one.exceptionId())));
    }

    @GET
    @Path("/{exceptionId}")
    @Authenticated
    @Operation(operationId = "readAccessException", summary = "One with its reason, with ETag; the reading is recorded")
    @APIResponse(
            responseCode = "200",
            description = "With ETag",
            content = @Content(schema = @Schema(implementation = ExceptionView.class)))
    @APIResponse(responseCode = "404", description = "No exception has that id, or not for you")
    public Uni<Response> read(@PathParam("exceptionId") UUID exceptionId) {
        return desk.read(exceptionId).map(ExceptionResource::tagged);
    }

    @POST
    @Path("/{exceptionId}/grant")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "grantAccessException",
            summary =
                    "Grant it through a day; that it ends then is a duty. Not by who asked or is meant. Needs If-Match")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = ExceptionView.class)))
    @APIResponse(responseCode = "409", description = "EXCEPTION_STANDS_OTHERWISE")
    @APIResponse(responseCode = "422", description = "EXCEPTION_REFUSED")
    public Uni<Response> grant(
            @PathParam("exceptionId") UUID exceptionId,
            @NotNull @Valid GrantRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return desk.grant(exceptionId, Optional.ofNullable(request.untilOn()), ifMatch)
                .map(ExceptionResource::tagged);
    }

    @POST
    @Path("/{exceptionId}/refuse")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "manager"})
    @Operation(operationId = "refuseAccessException", summary = "Refuse it, or take it back. Needs If-Match")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = ExceptionView.class)))
    @APIResponse(responseCode = "409", description = "EXCEPTION_STANDS_OTHERWISE")
    public Uni<Response> refuse(
            @PathParam("exceptionId") UUID exceptionId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return desk.refuse(exceptionId, ifMatch).map(ExceptionResource::tagged);
    }

    @POST
    @Path("/{exceptionId}/end")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "manager"})
    @Operation(
            operationId = "endAccessException",
            summary = "The access was taken away; that does the duty. Needs If-Match")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = ExceptionView.class)))
    @APIResponse(responseCode = "409", description = "EXCEPTION_STANDS_OTHERWISE")
    public Uni<Response> end(
            @PathParam("exceptionId") UUID exceptionId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return desk.end(exceptionId, ifMatch).map(ExceptionResource::tagged);
    }

    private static Response tagged(ExceptionView seen) {
        return Response.ok(seen)
                .header(HttpHeaders.ETAG, EntityTags.of(seen.version()))
                .build();
    }
}
