package org.candor.notification.complainant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A letter to whoever complained, without who that is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ComplainantLetter")
public record LetterView(
        UUID letterId,
        Letter.Kind kind,

        @Schema(
                enumeration = {
                    "NO_CONTACT",
                    "WAITING",
                    "SEALED",
                    "LEAVING",
                    "IN_FLIGHT",
                    "SENT",
                    "REFUSED",
                    "CANCELLED",
                    "WITHHELD"
                },
                description = "CANCELLED: he took his report back. WITHHELD: an exercise. REFUSED: find another way")
        String state,

        @Schema(enumeration = {"LETTER", "EMAIL"}) String way,

        @Schema(description = "SHA-256 of the letter as it went, hexadecimal")
        String sha256,

        int attempts,

        @Schema(description = "An e-mail that was on its way when the connection or the service ended")
        boolean possibleDuplicate,

        Instant createdAt,
        Instant sentAt) {}
