package org.candor.notification.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.candor.kit.web.Cursor;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One fact for one subscription. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WebhookDelivery")
public record DeliveryView(
        @Schema(description = "The header webhook-id, the same on every attempt")
        UUID deliveryId,

        UUID eventId,
        UUID incidentId,
        String type,

        @Schema(enumeration = {"WAITING", "DELIVERED", "GIVEN_UP"})
        String state,

        int attempts,

        @Schema(description = "Status of the last answer, or why there was none", examples = "503")
        String outcome,

        Instant createdAt,
        Instant nextTryAt,
        Instant deliveredAt) {

    Cursor cursor() {
        return new Cursor(createdAt, deliveryId);
    }
}
