package org.candor.audit.disposal;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Until when what belongs to no incident is kept: accountings, attachments of policies, proofs of duties, signed papers. */
@Path("/retention/documents")
@RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel"})
@Tag(name = "retention")
public class OwnDocumentResource {

    private final OwnDocuments documents;

    OwnDocumentResource(OwnDocuments documents) {
        this.documents = documents;
    }

    @GET
    @Operation(
            operationId = "listDocumentsDue",
            summary = "Documents of no incident whose time ends on that day or before; the reading is recorded",
            description = "What is still in effect is not among them (45 CFR 164.316(b)(2)(i), 164.530(j)(2)).")
    @APIResponse(responseCode = "200", description = "A page, what falls due first before the rest")
    public Uni<Page<OwnDocumentView>> list(
            @Parameter(description = "Last day; without it a year from today", example = "2033-12-31")
                    @QueryParam("until")
                    LocalDate until,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return documents
                .page(Optional.ofNullable(until), Cursor.decode(cursor), limit)
                .map(found -> Page.of(found, limit, Function.identity(), OwnDocuments::cursor));
    }

    @GET
    @Path("/{documentId}")
    @Operation(
            operationId = "readDocumentRetention",
            summary = "Until when a document that belongs to no incident is kept; the reading is recorded")
    @APIResponse(responseCode = "200", description = "As it stands today")
    @APIResponse(responseCode = "404", description = "No such document has that id, or not for you")
    public Uni<OwnDocumentView> read(@PathParam("documentId") UUID documentId) {
        return documents.of(documentId);
    }
}
