package org.candor.notification.posting;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A public posting. */
public record PostingView(
        UUID incidentId,
        @Schema(examples = "larkspur-falls-7k3m9q") String slug,

        @Schema(
                description = "The public page",
                examples = "http://localhost:8080/notification/postings/larkspur-falls-7k3m9q")
        String url,

        String tollFree,
        LocalDate startedOn,

        @Schema(description = "Last day on which the page and the number must stand")
        LocalDate keepThrough) {}
