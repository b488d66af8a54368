package org.candor.intake.answers;

import com.fasterxml.jackson.annotation.JsonProperty;
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

/** The edge to investigation-service, scope {@code investigation.answer}: the text may not travel in an event. */
@Path("/cases/{incidentId}/complaint-answer/text")
@RegisterRestClient(configKey = "investigation")
@OidcClientFilter
@RegisterProvider(PeerHeaders.class)
interface AnswerTexts {

    @GET
    Uni<AnswerText> of(@PathParam("incidentId") UUID incidentId);

    /** What the complainant is told, in his language. */
    record AnswerText(
            @JsonProperty("language") String language,
            @JsonProperty("text") PersonalText text,
            @JsonProperty("answeredOn") LocalDate answeredOn) {}
}
