package org.candor.notification.webhook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A subscription. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Webhook")
public record WebhookView(
        UUID webhookId,
        String name,
        String url,
        List<String> types,
        @Schema(enumeration = {"ACTIVE", "DISABLED"}) String state,
        @Schema(description = "Failures one after another") int failures,
        Instant createdAt,
        Instant disabledAt,

        @Schema(description = "For checking signatures. Shown once: when it is made, and when it is made anew")
        String secret,

        @JsonIgnore int secretNumber,
        @JsonIgnore long version) {

    public WebhookView {
        types = List.copyOf(types);
    }

    WebhookView with(String shown) {
        return new WebhookView(
                webhookId, name, url, types, state, failures, createdAt, disabledAt, shown, secretNumber, version);
    }
}
