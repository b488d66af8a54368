package org.candor.notification.coveredentity;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.candor.kit.errors.ProblemView;
import org.candor.kit.web.EntityTags;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Covered entities whom the entity tells as their business associate (45 CFR 164.410). */
@Path("/campaigns/{incidentId}/covered-entities")
@Tag(name = "covered entities")
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
public class CoveredEntityResource {

    private final CoveredEntityDesk desk;
    private final Drafts drafts;
    private final NoticeSending sending;

    CoveredEntityResource(CoveredEntityDesk desk, Drafts drafts, NoticeSending sending) {
        this.desk = desk;
        this.drafts = drafts;
        this.sending = sending;
    }

    @GET
    @RolesAllowed({"privacy-officer", "administrator", "counsel", "auditor"})
    @Operation(
            operationId = "listCoveredEntitiesToTell",
            summary = "Each covered entity with its due day, recipient, lists of individuals and notices")
    public Uni<List<CoveredEntityView>> all(@PathParam("incidentId") UUID incidentId) {
        return desk.all(incidentId);
    }

    @PUT
    @Path("/{affectedId}")
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "putCoveredEntityRecipient",
            summary = "Say who the covered entity is and how it is reached",
            description = "breach-service names it by an id and tells nobody its name; what is entered here is sealed.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CoveredEntityView.class)))
    public Uni<Response> put(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("affectedId") UUID affectedId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid RecipientRequest request) {
        return desk.put(incidentId, affectedId, request, ifMatch)
                .map(view -> Response.ok(view)
                        .header(HttpHeaders.ETAG, EntityTags.of(view.version()))
                        .build());
    }

    @POST
    @Path("/{affectedId}/lists")
    @Consumes("text/csv")
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "addCoveredEntityList",
            summary = "Take in a list of its individuals: CSV in the columns of a roster (164.410(c)(1))",
            description =
                    "As they become known: a later list goes with the next supplement. The same file again changes nothing.")
    public Uni<CoveredEntityView> people(
            @PathParam("incidentId") UUID incidentId, @PathParam("affectedId") UUID affectedId, @NotNull byte[] file) {
        return desk.people(incidentId, affectedId, file);
    }

    @GET
    @Path("/{affectedId}/lists/{listId}.csv")
    @Produces("text/csv")
    @RolesAllowed("privacy-officer")
    @Operation(operationId = "getCoveredEntityList", summary = "A list as it came, to be handed over protected")
    public Uni<byte[]> list(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("affectedId") UUID affectedId,
            @PathParam("listId") UUID listId) {
        return desk.peopleFile(incidentId, affectedId, listId);
    }

    @GET
    @Path("/{affectedId}/notice.pdf")
    @Produces("application/pdf")
    @RolesAllowed({"privacy-officer", "counsel"})
    @Operation(
            operationId = "previewCoveredEntityNotice",
            summary = "The notice as it would go now, from the approved text covered-entity-notice and the newest list")
    public Uni<byte[]> preview(@PathParam("incidentId") UUID incidentId, @PathParam("affectedId") UUID affectedId) {
        return drafts.laid(incidentId, affectedId).map(Drafts.Laid::pdf);
    }

    @POST
    @Path("/{affectedId}/notices")
    @RolesAllowed("privacy-officer")
    @Operation(
            operationId = "tellCoveredEntity",
            summary = "Send the notice, or record that it was handed over; later again as a supplement",
            description =
                    "It leaves when breach-service clears it. Up to 1000 individuals stand in a letter; more, and all when it"
                            + " goes by e-mail, are handed over apart. A second notice needs a newer text or list.")
    @APIResponse(
            responseCode = "202",
            description = "On its way, or recorded",
            content = @Content(schema = @Schema(implementation = CoveredEntityView.class)))
    public Uni<Response> send(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("affectedId") UUID affectedId,
            @HeaderParam("Idempotency-Key") String retryKey,
            @NotNull @Valid NoticeRequest request) {
        return sending.send(incidentId, affectedId, request, retryKey)
                .map(view ->
                        Response.status(Response.Status.ACCEPTED).entity(view).build());
    }

    @GET
    @Path("/notices/{noticeId}.pdf")
    @Produces("application/pdf")
    @RolesAllowed({"privacy-officer", "counsel", "auditor"})
    @Operation(operationId = "getCoveredEntityNotice", summary = "A notice as it was frozen")
    public Uni<byte[]> document(@PathParam("incidentId") UUID incidentId, @PathParam("noticeId") UUID noticeId) {
        return desk.document(incidentId, noticeId);
    }
}
