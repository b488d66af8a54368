package org.candor.kit.peer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the ledger would ask of breach. */
@Path("/questions")
@RegisterRestClient(configKey = "breach")
@OidcClientFilter
@RegisterProvider(PeerHeaders.class)
interface Questions {

    @GET
    @Path("/{id}")
    Uni<Reply> ask(@PathParam("id") String id);

    /** What comes back. */
    record Reply(@JsonProperty("word") String word) {}
}
