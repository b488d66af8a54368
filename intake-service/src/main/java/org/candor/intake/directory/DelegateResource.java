package org.candor.intake.directory;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.UUID;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Helpers whom the privacy officer designates by area. What a helper may read is still said by his roles and grants. */
@Path("/directory/delegates")
@Tag(name = "directory")
public class DelegateResource {

    private final Delegations delegations;

    DelegateResource(Delegations delegations) {
        this.delegations = delegations;
    }

    @GET
    @RolesAllowed({"administrator", "privacy-officer", "security-officer", "auditor"})
    @Operation(operationId = "listDelegates", summary = "All designations, also those that have ended, oldest first")
    public Uni<Page<DelegateView>> all() {
        return delegations
                .all()
                .map(rows -> new Page<>(rows.stream().map(DelegateView::of).toList(), null));
    }

    @POST
    @RolesAllowed({"administrator", "privacy-officer"})
    @Operation(
            operationId = "designateDelegate",
            summary = "Designate a helper for an area",
            description =
                    "Reports of the kinds that it names go to him too, from its first to its last day, as they would to the"
                            + " officer whom he helps; not where that officer or he may be involved.")
    public Uni<RestResponse<DelegateView>> designate(
            @NotNull @Valid DelegateRequest request, @HeaderParam("Idempotency-Key") String idempotencyKey) {
        return delegations
                .designate(request, idempotencyKey)
                .map(row -> ResponseBuilder.<DelegateView>created(
                                URI.create("/intake/directory/delegates/" + row.delegateId))
                        .entity(DelegateView.of(row))
                        .header(HttpHeaders.ETAG, EntityTags.of(row.version))
                        .build());
    }

    @POST
    @Path("/{delegateId}/end")
    @RolesAllowed({"administrator", "privacy-officer"})
    @Operation(operationId = "endDelegation", summary = "End a designation; it stays in the list")
    public Uni<RestResponse<DelegateView>> end(
            @PathParam("delegateId") UUID delegateId,
            @NotNull @Valid DelegateRequest.EndRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return delegations
                .end(delegateId, request.until(), ifMatch)
                .map(row -> ResponseBuilder.ok(DelegateView.of(row))
                        .header(HttpHeaders.ETAG, EntityTags.of(row.version))
                        .build());
    }
}
