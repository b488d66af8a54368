package org.candor.kit.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.candor.kit.ledger.LedgerViews.EntryRequest;
import org.candor.kit.ledger.LedgerViews.EntryView;
import org.candor.kit.ledger.LedgerViews.TitleRequest;
import org.candor.kit.ledger.LedgerViews.TitleView;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;

@Path("/entries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("privacy-officer")
public class LedgerResource {

    private final Ledger ledger;

    LedgerResource(Ledger ledger) {
        this.ledger = ledger;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> write(
            @HeaderParam("Idempotency-Key") String key,
            @QueryParam("thenFail") boolean thenFail,
            @NotNull @Valid EntryRequest request) {
        return ledger.write(request, key, thenFail)
                .map(written -> Response.created(URI.create("/entries/" + written.id()))
                        .entity(written)
                        .build());
    }

    @GET
    public Uni<Page<TitleView>> list(
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return ledger.list(Cursor.decode(cursor), limit);
    }

    @GET
    @Path("/found")
    public Uni<List<TitleView>> found(@QueryParam("narrative") String narrative) {
        return ledger.found(narrative);
    }

    @GET
    @Path("/{id}")
    public Uni<EntryView> read(@PathParam("id") UUID id) {
        return ledger.read(id);
    }

    @GET
    @Path("/{id}/tag")
    @Produces(MediaType.TEXT_PLAIN)
    public Uni<String> tag(@PathParam("id") UUID id) {
        return ledger.tag(id);
    }

    @PUT
    @Path("/{id}/title")
    public Uni<Response> rename(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid TitleRequest request) {
        return ledger.rename(id, ifMatch, request.title())
                .map(tag -> Response.noContent().header("ETag", tag).build());
    }

    @PUT
    @Path("/{id}/title/slowly")
    public Uni<Void> renameSlowly(@PathParam("id") UUID id, @NotNull @Valid TitleRequest request) {
        return ledger.renameSlowly(id, request.title());
    }

    @POST
    @Path("/facts")
    public Uni<Void> publish(
            @QueryParam("incident") UUID incidentId,
            @QueryParam("from") int from,
            @QueryParam("count") int count,
            @QueryParam("thenFail") boolean thenFail) {
        return ledger.publish(incidentId, from, count, thenFail);
    }

    @POST
    @Path("/facts/large")
    public Uni<Void> publishLarge(@QueryParam("incident") UUID incidentId, @QueryParam("size") int size) {
        return ledger.publishLarge(incidentId, size);
    }
}
