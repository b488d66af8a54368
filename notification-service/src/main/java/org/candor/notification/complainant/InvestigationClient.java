package org.candor.notification.complainant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.kit.peer.PeerHeaders;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** investigation-service as it is asked for the answer's words; needs the scope {@code investigation.answer}. */
@RegisterRestClient(configKey = "investigation")
@RegisterProvider(PeerHeaders.class)
@OidcClientFilter
@Path("/cases/{incidentId}/complaint-answer/text")
interface InvestigationClient {

    /** The answer as it was frozen, paragraphs apart by empty lines. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(String language, PersonalText text, LocalDate answeredOn) {}

    @GET
    Uni<Answer> answer(@PathParam("incidentId") UUID incidentId);
}
