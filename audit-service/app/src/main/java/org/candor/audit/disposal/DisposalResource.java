package org.candor.audit.disposal;

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
import java.util.UUID;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Disposals: one person orders, another approves. */
@Path("/disposals")
@Tag(name = "disposals", description = "The end of an incident's records, after their time and for good")
public class DisposalResource {

    /** Whose records are to go. */
    @Schema(name = "DisposalOrder")
    public record DisposalRequest(@NotNull UUID incidentId) {}

    private final DisposalDesk desk;

    DisposalResource(DisposalDesk desk) {
        this.desk = desk;
    }

    @POST
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "orderDisposal",
            summary = "Order the disposal of an incident's records; another person must approve it",
            description = "Takes an Idempotency-Key.")
    @APIResponse(
            responseCode = "201",
            description = "Ordered, with Location and ETag",
            content = @Content(schema = @Schema(implementation = DisposalView.class)))
    @APIResponse(responseCode = "409", description = """
                    MAY_NOT_GO; missing names NOT_CONCLUDED, CASE_REOPENED, NOTICES_RUNNING, STILL_TO_BE_KEPT, ON_HOLD or \
                    ORDERED_BEFORE""")
    public Uni<Response> order(
            @NotNull @Valid DisposalRequest request, @HeaderParam("Idempotency-Key") String retryKey) {
        return desk.order(request.incidentId(), retryKey)
                .map(disposal -> Response.created(URI.create("/audit/disposals/" + disposal.disposalId()))
                        .header(HttpHeaders.ETAG, EntityTags.of(disposal.version()))
                        .entity(disposal)
                        .build());
    }

    @POST
    @Path("/{disposalId}/approve")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel"})
    @Operation(
            operationId = "approveDisposal",
            summary = "Approve it: every service destroys its data key, and nobody can take that back; needs If-Match")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = DisposalView.class)))
    @APIResponse(responseCode = "409", description = "NOT_ORDERED, or MAY_NOT_GO with SAME_PERSON or what came between")
    public Uni<Response> approve(
            @PathParam("disposalId") UUID disposalId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return desk.approve(disposalId, ifMatch).map(DisposalResource::tagged);
    }

    @POST
    @Path("/{disposalId}/refuse")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel"})
    @Operation(operationId = "refuseDisposal", summary = "Refuse it, or take the order back; needs If-Match")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = DisposalView.class)))
    @APIResponse(responseCode = "409", description = "NOT_ORDERED")
    public Uni<Response> refuse(
            @PathParam("disposalId") UUID disposalId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return desk.refuse(disposalId, ifMatch).map(DisposalResource::tagged);
    }

    @GET
    @RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel"})
    @Operation(operationId = "listDisposals", summary = "Disposals, newest first; the reading is recorded")
    @APIResponse(responseCode = "200", description = "A page of disposals")
    public Uni<Page<DisposalView>> list(
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return desk.page(Cursor.decode(cursor), limit)
                .map(found ->
                        Page.of(found, limit, DisposalView::of, row -> new Cursor(row.orderedAt, row.disposalId)));
    }

    @GET
    @Path("/{disposalId}")
    @RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel"})
    @Operation(operationId = "readDisposal", summary = "One disposal, with ETag; the reading is recorded")
    @APIResponse(
            responseCode = "200",
            description = "With ETag",
            content = @Content(schema = @Schema(implementation = DisposalView.class)))
    @APIResponse(responseCode = "404", description = "No disposal has that id, or not for you")
    public Uni<Response> read(@PathParam("disposalId") UUID disposalId) {
        return desk.read(disposalId).map(DisposalResource::tagged);
    }

    private static Response tagged(DisposalView disposal) {
        return Response.ok(disposal)
                .header(HttpHeaders.ETAG, EntityTags.of(disposal.version()))
                .build();
    }
}
