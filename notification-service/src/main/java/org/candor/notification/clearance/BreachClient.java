package org.candor.notification.clearance;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.events.ObligationKind;
import org.candor.kit.peer.PeerHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** breach-service as it is asked for clearance; needs the scope {@code breach.clearance}. */
@RegisterRestClient(configKey = "breach")
@RegisterProvider(PeerHeaders.class)
@OidcClientFilter
@Path("/breaches/{incidentId}/clearance")
interface BreachClient {

    /** What of the answer counts here. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Reply(String answer, LocalDate heldUntil, LocalDate asOf) {}

    @GET
    Uni<Reply> ask(@PathParam("incidentId") UUID incidentId, @QueryParam("kind") ObligationKind kind);
}
