package org.candor.notification.media;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The notice to the media of one jurisdiction. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MediaView(
        UUID id,
        @Schema(examples = "WI") String jurisdiction,

        @Schema(enumeration = {"SENDING", "NOTIFIED"}) String state,

        LocalDate notifiedOn,
        List<MediaRequest.Outlet> outlets,

        @Schema(description = "SHA-256 of the release that was attached, hexadecimal")
        String releaseSha256,

        @Schema(description = "What became of each mail; absent in the answer to the request")
        List<Delivery> deliveries) {

    /** One mail to an outlet. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MediaDelivery")
    public record Delivery(
            String email,

            @Schema(
                    description = "WITHHELD: under a hold, or in a drill. REFUSED: the server will never take it",
                    enumeration = {"WAITING", "SENT", "REFUSED", "WITHHELD"})
            String state,

            @Schema(description = "When the server of the outlet's mailbox accepted it")
            Instant sentAt) {}
}
