package org.candor.kit.keeping;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.candor.kit.peer.PeerHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.client.api.ClientMultipartForm;

/** Where audit-service takes documents in; scope {@code audit.documents}. */
@Path("/documents")
@RegisterRestClient(configKey = "audit")
@OidcClientFilter
@RegisterProvider(PeerHeaders.class)
interface AuditDocuments {

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    Uni<Response> keep(ClientMultipartForm form);
}
