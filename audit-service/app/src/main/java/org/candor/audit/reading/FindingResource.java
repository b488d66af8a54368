package org.candor.audit.reading;

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
import java.time.LocalDate;
import java.util.UUID;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Unusual reading, for review (45 CFR 164.308(a)(1)(ii)(D)). */
@Path("/unusual-readings")
@RolesAllowed({"auditor", "privacy-officer", "security-officer"})
@Tag(name = "reading")
public class FindingResource {

    private final Findings findings;
    private final ReadingScan scan;

    FindingResource(Findings findings, ReadingScan scan) {
        this.findings = findings;
        this.scan = scan;
    }

    @GET
    @Operation(
            operationId = "listUnusualReadings",
            summary = "Findings, newest first; none about yourself. A finding is a question, not an accusation")
    @APIResponse(responseCode = "200", description = "A page of findings")
    public Uni<Page<FindingView>> list(
            @QueryParam("open") @DefaultValue("true") boolean open,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return findings.page(open, Cursor.decode(cursor), limit)
                .map(found ->
                        Page.of(found, limit, view -> view, view -> new Cursor(view.foundAt(), view.findingId())));
    }

    @POST
    @Path("/{findingId}/review")
    @Operation(operationId = "reviewUnusualReading", summary = "Say what the look at it showed; needs If-Match")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now, with ETag",
            content = @Content(schema = @Schema(implementation = FindingView.class)))
    @APIResponse(responseCode = "409", description = "REVIEWED_BEFORE")
    public Uni<Response> review(
            @PathParam("findingId") UUID findingId,
            @NotNull @Valid FindingReview review,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return findings.review(findingId, review, ifMatch)
                .map(view -> Response.ok(view)
                        .header(HttpHeaders.ETAG, EntityTags.of(view.version()))
                        .build());
    }

    @POST
    @Path("/scan")
    @RolesAllowed("auditor")
    @Operation(
            operationId = "scanReadings",
            summary = "Look through a day's readings now, as each night for the day before")
    @APIResponse(responseCode = "204", description = "Looked through; what was found is in the list")
    public Uni<Void> scan(@QueryParam("day") @NotNull LocalDate day) {
        return scan.scan(day);
    }
}
