package org.candor.audit.commitment;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.candor.audit.programme.CodeCursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Of whom a commitment is asked, and who is missing. */
@Path("/programme/members")
@Tag(name = "commitments")
public class MemberResource {

    private final MemberDesk desk;

    MemberResource(MemberDesk desk) {
        this.desk = desk;
    }

    @POST
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "addMember",
            summary = "Somebody of whom a commitment is asked; who is there already is answered as he is")
    @APIResponse(
            responseCode = "201",
            description = "With Location and ETag",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Uni<Response> add(@NotNull @Valid MemberRequest request) {
        return desk.add(request)
                .map(member -> Response.created(URI.create("/audit/programme/members/" + member.memberId()))
                        .header(HttpHeaders.ETAG, EntityTags.of(member.version()))
                        .entity(member)
                        .build());
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listMembers",
            summary = "Members with their signatures; the reading is recorded",
            description = """
                    An officer, counsel or auditor finds all of his entities, a manager those of his department, everybody himself. \
                    ?missing=true shows whose signature is asked for and not there.""")
    @APIResponse(responseCode = "200", description = "A page in the order of entity and person")
    public Uni<Page<MemberView>> list(
            @QueryParam("missing") @DefaultValue("false") boolean missing,
            @QueryParam("cursor") @DefaultValue("") @Pattern(regexp = CodeCursor.SYNTAX) String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return desk.page(missing, CodeCursor.of(cursor), limit)
                .map(found -> CodeCursor.page(
                        found,
                        limit,
                        Function.identity(),
                        member -> new CodeCursor(member.entityId(), member.person())));
    }

    @GET
    @Path("/{memberId}")
    @Authenticated
    @Operation(
            operationId = "readMember",
            summary = "One member, with ETag, for whoever finds him in the list; the reading is recorded")
    @APIResponse(
            responseCode = "200",
            description = "With ETag",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    @APIResponse(responseCode = "404", description = "No member has that id, or not for you")
    public Uni<Response> read(@PathParam("memberId") UUID memberId) {
        return desk.read(memberId).map(MemberResource::tagged);
    }

    @POST
    @Path("/{memberId}/leave")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "memberLeft",
            summary = "Nothing is asked of him any more; what he signed stays. Needs If-Match")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    @APIResponse(responseCode = "404", description = "No member has that id, or not for you")
    public Uni<Response> leave(
            @PathParam("memberId") UUID memberId,
            @NotNull @Valid LeaveRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return desk.leave(memberId, request.leftOn(), ifMatch).map(MemberResource::tagged);
    }

    @POST
    @Path("/{memberId}/reminders")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "manager"})
    @Operation(
            operationId = "remindMember",
            summary = "Record that somebody reminded him; a manager those of his department")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    @APIResponse(responseCode = "404", description = "No member has that id, or not for you")
    public Uni<Response> remind(@PathParam("memberId") UUID memberId) {
        return desk.remind(memberId).map(MemberResource::tagged);
    }

    @POST
    @Path("/{memberId}/signature")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "signedOnPaper",
            summary = "A paper that he signed, as of whoever has no token; it is kept, at most 128 MB")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now, signed",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    @APIResponse(responseCode = "409", description = "NEWER_WORDING or NO_WORDING")
    public Uni<Response> signedOnPaper(
            @PathParam("memberId") UUID memberId,
            @RestForm("file") @NotNull FileUpload file,
            @RestForm("number") @NotNull @Min(1) @Parameter(description = "The wording that stands on the paper")
                    Integer number,
            @RestForm("signedOn") @NotNull LocalDate signedOn) {
        return desk.signedOnPaper(memberId, number, signedOn, file).map(MemberResource::tagged);
    }

    private static Response tagged(MemberView member) {
        return Response.ok(member)
                .header(HttpHeaders.ETAG, EntityTags.of(member.version()))
                .build();
    }
}
