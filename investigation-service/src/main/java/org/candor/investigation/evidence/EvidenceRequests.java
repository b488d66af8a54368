package org.candor.investigation.evidence;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.candor.investigation.evidence.decision.Item;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent about evidence. */
final class EvidenceRequests {

    static final int LONG = 4_000;
    static final int SHORT = 500;

    private EvidenceRequests() {}

    @Schema(name = "EvidenceRequest")
    record Collected(
            @Schema(examples = "DIGITAL") @NotNull Item.Kind kind,

            @Schema(examples = "Memory image of the job server") @NotNull @CleanText(max = LONG)
            PersonalText description,

            @Schema(description = "What it shows", examples = "The job ran under the account of a former vendor")
            @CleanText(max = LONG)
            PersonalText finding,

            @Schema(
                    description = "SHA-256 taken at collection, hexadecimal; for digital items",
                    examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            @Pattern(regexp = "[0-9a-f]{64}", message = "64 hexadecimal digits, lower case")
            String sha256,

            @Schema(description = "The step entry in which it was taken")
            UUID stepEntryId,

            @Schema(examples = "2026-03-10T14:20:00Z") @NotNull
            Instant collectedAt,

            @Schema(description = "Who has it now", examples = "Dana Reyes, forensic technician")
            @NotNull
            @CleanText(max = SHORT)
            PersonalText holder,

            @Schema(examples = "Sealed bag 0042, intact") @NotNull @CleanText(max = SHORT)
            PersonalText condition) {

        Optional<String> hash() {
            return Optional.ofNullable(sha256);
        }
    }

    /** Who gives it is known: whoever received it last. */
    @Schema(name = "HandoverRequest")
    record Handover(
            @Schema(examples = "Evidence safe, room 12") @NotNull @CleanText(max = SHORT)
            PersonalText to,

            @Schema(examples = "2026-03-10T15:00:00Z") @NotNull
            Instant at,

            @Schema(examples = "Safekeeping") @NotNull @CleanText(max = SHORT)
            PersonalText reason,

            @Schema(examples = "Sealed bag 0042, intact") @NotNull @CleanText(max = SHORT)
            PersonalText condition) {}

    @Schema(name = "ExaminationRequest")
    record Examination(
            @Schema(examples = "A disk of the database was replaced; the original in the safe is unharmed")
            @NotNull
            @CleanText(max = LONG)
            PersonalText finding) {}
}
