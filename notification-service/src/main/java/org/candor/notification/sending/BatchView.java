package org.candor.notification.sending;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A batch of letters for the print house. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchView(
        UUID id,
        int number,

        @Schema(enumeration = {"OPEN", "HANDED_OVER"}) String state,

        @Schema(
                description = "Name of the folder below the outbox; empty in a drill",
                examples = "larkspur-falls-0f3a…-001")
        String folder,

        int letters,

        @Schema(description = "SHA-256 of manifest.json, hexadecimal")
        String manifestSha256,

        Instant handedOverAt) {}
