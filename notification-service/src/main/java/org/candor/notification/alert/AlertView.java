package org.candor.notification.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.candor.kit.web.Cursor;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An alert to one person. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertView(
        UUID alertId,

        @Schema(description = "The identity provider's subject of who was told")
        String person,

        UUID incidentId,
        String entityId,
        AlertKind kind,
        boolean drill,
        Instant raisedAt,

        @Schema(description = "When the mail server took it; absent while it waits")
        Instant sentAt,

        Instant acknowledgedAt,

        @Schema(description = "When somebody else was told that nobody had acknowledged it")
        Instant escalatedAt) {

    Cursor cursor() {
        return new Cursor(raisedAt, alertId);
    }
}
