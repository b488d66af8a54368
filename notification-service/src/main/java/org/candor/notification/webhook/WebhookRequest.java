package org.candor.notification.webhook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A subscription as an administrator wants it. */
public record WebhookRequest(
        @NotNull @CleanText(max = 80) @Schema(examples = "Ticket system")
        String name,

        @NotNull
        @CleanText(max = 500)
        @Schema(description = "https, public address", examples = "https://tickets.example.org/hooks/candor")
        String url,

        @NotNull
        @Size(min = 1, max = 100)
        @Schema(
                description = "Event types as in the AsyncAPI document",
                examples = "org.candor.intake.report-submitted.v1")
        List<@NotNull @Pattern(regexp = "org\\.candor\\.[a-z]+\\.[a-z0-9-]+\\.v[0-9]+") String> types) {

    public WebhookRequest {
        types = types == null ? null : List.copyOf(types);
    }
}
