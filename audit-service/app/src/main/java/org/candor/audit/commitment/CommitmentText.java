package org.candor.audit.commitment;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A wording that people commit themselves to.
 *
 * @param asksAgain whether those who signed an earlier one sign again
 */
@Schema(name = "CommitmentText")
public record CommitmentText(
        String entityId,
        int number,
        String wording,

        @Schema(description = "SHA-256 of the wording in UTF-8, in hexadecimal")
        String sha256,

        boolean asksAgain,
        String writtenBy,
        Instant writtenAt) {}
