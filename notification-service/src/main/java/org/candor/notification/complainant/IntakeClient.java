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

/** intake-service as it is asked where a letter goes; needs the scope {@code intake.contact}. It records each reading. */
@RegisterRestClient(configKey = "intake")
@RegisterProvider(PeerHeaders.class)
@OidcClientFilter
@Path("/reports/{incidentId}/contact")
interface IntakeClient {

    /**
     * What of the answer counts here.
     *
     * @param answerBy LETTER, EMAIL or MAILBOX
     * @param address lines as on an envelope; empty unless the answer goes by letter
     * @param answerDueOn null for what is no complaint
     * @param nonRetaliation the promise that stands in every letter, in his language
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Contact(
            String answerBy,
            PersonalText name,
            PersonalText email,
            PersonalText address,
            String language,
            LocalDate receivedOn,
            LocalDate answerDueOn,
            String nonRetaliation) {}

    @GET
    Uni<Contact> contact(@PathParam("incidentId") UUID incidentId);
}
