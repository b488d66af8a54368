package org.candor.notification.sending;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Letters that were opened by somebody else than their addressee. */
public record MisaddressedRequest(
        @NotEmpty
        @Size(max = 10_000)
        @Schema(
                description = "Return marks as printed on the letters, or ids of notices",
                examples = "[\"4f21aa-90c1d3\"]")
        List<@NotNull @Size(max = 40) String> references,

        @NotNull @PastOrPresent @Schema(description = "Local day on which that came to light")
        LocalDate detectedOn) {}
