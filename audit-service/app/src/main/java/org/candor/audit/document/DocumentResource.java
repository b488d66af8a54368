package org.candor.audit.document;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.document.Archive.Offer;
import org.candor.audit.document.Reading.Opened;
import org.candor.kit.identity.Caller;
import org.candor.kit.peer.Scopes;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

/** Retained documents: services hand them in, the auditor and the incident's officers read them. */
@Path("/documents")
@Tag(name = "documents", description = "Forms, worksheets, copies of notices and listings as they were frozen")
public class DocumentResource {

    private static final String SCOPE = "audit.documents";

    private final Archive archive;
    private final Reading reading;
    private final Scopes scopes;
    private final Caller caller;

    DocumentResource(Archive archive, Reading reading, Scopes scopes, Caller caller) {
        this.archive = archive;
        this.reading = reading;
        this.scopes = scopes;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("service")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "keepDocument",
            summary = "Hand a frozen document over for keeping; scope audit.documents",
            description = """
                    At most 128 MB. The same bytes of the same incident, or of the same legal entity without one, are kept once: a retry is \
                    answered with 200 and the document that is there.""")
    @APIResponse(
            responseCode = "201",
            description = "Stored durably, with Location",
            content = @Content(schema = @Schema(implementation = DocumentView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Kept before",
            content = @Content(schema = @Schema(implementation = DocumentView.class)))
    @APIResponse(responseCode = "410", description = "DISPOSED: the incident's records were destroyed")
    @APIResponse(responseCode = "422", description = "DOCUMENT_DIFFERS or INVALID_FIELD")
    public Uni<Response> keep(@BeanParam @Valid DocumentForm form) {
        Offer offer = new Offer(
                form.incident(),
                form.entityId,
                form.drill,
                form.kind,
                form.reference,
                form.file.contentType(),
                Optional.of(form.sha256),
                form.frozenAt,
                caller.subject());
        return scopes.require(SCOPE)
                .chain(() -> archive.keep(offer, form.file.uploadedFile()))
                .map(outcome -> Response.status(outcome.fresh() ? 201 : 200)
                        .location(
                                URI.create("/audit/documents/" + outcome.view().documentId()))
                        .entity(outcome.view())
                        .build());
    }

    @GET
    @RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel"})
    @Operation(
            operationId = "listDocuments",
            summary = "Retained documents, newest first; the reading is recorded",
            description = "The auditor reads all; an officer in charge names his incident.")
    @APIResponse(responseCode = "200", description = "A page of documents")
    @APIResponse(responseCode = "404", description = "The incident does not exist for you")
    @APIResponse(responseCode = "422", description = "INCIDENT_REQUIRED or INVALID_FIELD")
    public Uni<Page<DocumentView>> list(
            @QueryParam("incidentId") UUID incidentId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return reading.list(Optional.ofNullable(incidentId), Cursor.decode(cursor), limit)
                .map(found -> Page.of(
                        found,
                        limit,
                        DocumentView::of,
                        shown -> new Cursor(shown.keptAt(), shown.document().documentId())));
    }

    @GET
    @Path("/{documentId}")
    @RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel"})
    @Operation(operationId = "readDocument", summary = "What is known of a document; the reading is recorded")
    @APIResponse(responseCode = "200", description = "The document without its bytes")
    @APIResponse(responseCode = "404", description = "No document has that id, or not for you")
    public Uni<DocumentView> read(@PathParam("documentId") UUID documentId) {
        return reading.read(documentId).map(DocumentView::of);
    }

    @GET
    @Path("/{documentId}/content")
    @RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel"})
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            operationId = "downloadDocument",
            summary = "The bytes, as an attachment with their hash in Repr-Digest; the download is recorded")
    @APIResponse(responseCode = "200", description = "The bytes as they were handed over")
    @APIResponse(responseCode = "404", description = "No document has that id, or not for you")
    @APIResponse(responseCode = "410", description = "DISPOSED: the incident's records were destroyed")
    public Multi<byte[]> download(@PathParam("documentId") UUID documentId) {
        return RestMulti.fromUniResponse(reading.open(documentId), reading::content, Opened::headers, opened -> 200);
    }
}
