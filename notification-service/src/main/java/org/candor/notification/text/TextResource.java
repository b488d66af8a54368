package org.candor.notification.text;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.candor.kit.errors.ProblemView;
import org.candor.kit.web.EntityTags;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Texts of notices: drafted by one officer, approved by another, frozen. */
@Path("/campaigns/{incidentId}/texts")
@Tag(name = "texts")
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
public class TextResource {

    private static final String LANGUAGE = "en|es";

    private final Drafting drafting;
    private final Approval approval;
    private final ContentElements elements;

    TextResource(Drafting drafting, Approval approval, ContentElements elements) {
        this.elements = elements;
        this.drafting = drafting;
        this.approval = approval;
    }

    @GET
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "listTexts", summary = "All texts of the campaign with their versions")
    public Uni<List<TextView>> list(@PathParam("incidentId") UUID incidentId) {
        return drafting.all(incidentId)
                .map(rows -> rows.stream().map(TextView::of).toList());
    }

    @GET
    @Path("/{template}")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "getText", summary = "The newest version of a text")
    @APIResponse(
            responseCode = "200",
            description = "The text; ETag names its version",
            content = @Content(schema = @Schema(implementation = TextView.class)))
    public Uni<Response> get(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("template") String template,
            @QueryParam("language") @DefaultValue("en") @Pattern(regexp = LANGUAGE) String language) {
        return drafting.one(incidentId, template(template), language).map(TextResource::answer);
    }

    @PUT
    @Path("/{template}")
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "putText",
            summary =
                    "Write a draft: 4-III-B (letter), 4-III-C (media release), substitute-posting or telephone-script",
            description = "If-Match is needed to change a draft. After approval a new version begins.")
    @APIResponse(
            responseCode = "200",
            description = "The text; ETag names its version",
            content = @Content(schema = @Schema(implementation = TextView.class)))
    public Uni<Response> put(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("template") String template,
            @QueryParam("language") @DefaultValue("en") @Pattern(regexp = LANGUAGE) String language,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid TextRequest request) {
        return drafting.put(incidentId, template(template), language, request, ifMatch)
                .map(TextResource::answer);
    }

    @POST
    @Path("/{template}/approval")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel"})
    @Operation(
            operationId = "approveText",
            summary = "Approve and freeze the version named by If-Match; not by its author")
    @APIResponse(
            responseCode = "200",
            description = "The text; ETag names its version",
            content = @Content(schema = @Schema(implementation = TextView.class)))
    public Uni<Response> approve(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("template") String template,
            @QueryParam("language") @DefaultValue("en") @Pattern(regexp = LANGUAGE) String language,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return approval.approve(incidentId, template(template), language, ifMatch)
                .map(TextResource::answer);
    }

    @GET
    @Path("/{template}/preview.pdf")
    @Produces("application/pdf")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "previewPdf", summary = "The text as accessible PDF, without personal data")
    public Uni<byte[]> pdf(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("template") String template,
            @QueryParam("language") @DefaultValue("en") @Pattern(regexp = LANGUAGE) String language) {
        return drafting.pdf(incidentId, template(template), language);
    }

    @GET
    @Path("/{template}/preview.html")
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "previewHtml", summary = "The text as a page")
    public Uni<String> html(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("template") String template,
            @QueryParam("language") @DefaultValue("en") @Pattern(regexp = LANGUAGE) String language) {
        return drafting.rendering(incidentId, template(template), language).map(Rendering::html);
    }

    @GET
    @Path("/{template}/preview.txt")
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(operationId = "previewText", summary = "The text as plain text")
    public Uni<String> plain(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("template") String template,
            @QueryParam("language") @DefaultValue("en") @Pattern(regexp = LANGUAGE) String language) {
        return drafting.rendering(incidentId, template(template), language).map(Rendering::plain);
    }

    @GET
    @Path("/{template}/generic-copy")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor"})
    @Operation(
            operationId = "getGenericCopy",
            summary =
                    "What was frozen at approval, byte for byte: a PDF, for a posting a page, for a script plain text",
            description = "Repr-Digest holds its SHA-256, which also stands in the trail.")
    public Uni<Response> genericCopy(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("template") String template,
            @QueryParam("language") @DefaultValue("en") @Pattern(regexp = LANGUAGE) String language,
            @QueryParam("number") Integer number) {
        Template wanted = template(template);
        return drafting.frozen(incidentId, wanted, language, number)
                .map(row -> Response.ok(row.genericCopy(), wanted.copyType())
                        .header(
                                "Repr-Digest",
                                "sha-256=:" + Base64.getEncoder().encodeToString(row.genericSha256) + ":")
                        .build());
    }

    @POST
    @Path("/elements/{elementId}/counsel-decision")
    @RolesAllowed("counsel")
    @Operation(
            operationId = "decideCollision",
            summary = "Counsel decides where a State forbids what HIPAA asks for; until then the text is not approved")
    @APIResponse(responseCode = "204", description = "Recorded; a later decision replaces it")
    public Uni<Void> decide(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("elementId") UUID elementId,
            @NotNull @Valid CounselDecision decision) {
        return elements.decide(incidentId, elementId, decision);
    }

    private static Template template(String id) {
        return Template.of(id).orElseThrow(Drafting::unknown);
    }

    private static Response answer(Drafting.Shown shown) {
        return Response.ok(TextView.of(shown))
                .header(HttpHeaders.ETAG, EntityTags.of(shown.row().version))
                .build();
    }
}
