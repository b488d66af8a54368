package org.candor.notification.coveredentity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A covered entity that is to be told, and what was done. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CoveredEntityToTell")
public record CoveredEntityView(
        @Schema(description = "As in breach-service's list of affected covered entities, and as the deadline's id")
        UUID affectedId,

        @Schema(description = "Last lawful day (45 CFR 164.410(b))")
        LocalDate due,

        @Schema(
                enumeration = {"OPEN", "TOLD", "CANCELLED"},
                description =
                        "TOLD: a notice has left, or breach-service knows of one. CANCELLED: none is owed any more")
        String state,

        @Schema(description = "Absent until it was entered") RecipientRequest recipient,

        @Schema(description = "Lists of its individuals as they became known, oldest first")
        List<Listed> lists,

        @Schema(description = "The first notice and its supplements, oldest first")
        List<Notice> notices,

        @Schema(description = "Version of the recipient for If-Match; 0 until it was entered")
        long version) {

    /** A list of individuals (45 CFR 164.410(c)(1)). */
    @Schema(name = "CoveredEntityList")
    public record Listed(
            UUID id,
            int number,
            int people,
            @Schema(description = "Rows that are no people") int refused,

            @Schema(description = "Of the file as it came, hexadecimal")
            String sha256,

            Instant recordedAt) {}

    /** A notice or a supplement. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CoveredEntityNotice")
    public record Notice(
            UUID id,

            @Schema(description = "1 for the first; later ones are supplements")
            int number,

            NoticeRequest.Way way,

            @Schema(
                    enumeration = {"SEALED", "LEAVING", "IN_FLIGHT", "SENT", "REFUSED"},
                    description =
                            "SEALED: waits to leave. REFUSED: the mail server will never take it; choose another way")
            String state,

            @Schema(
                    description = "Why it does not leave at the moment; it goes by itself when that is over",
                    enumeration = {"NOTICE_HELD", "NO_CLEARANCE", "NOT_OWED"})
            String waitingFor,

            @Schema(description = "Local day on which it left or was handed over")
            LocalDate toldOn,

            String reference,

            @Schema(description = "Which list it goes with; absent where no individual was known yet")
            Integer list,

            @Schema(description = "SHA-256 of the notice as it was frozen, hexadecimal")
            String sha256,

            @Schema(description = "An e-mail that was on its way when the connection or the service ended")
            boolean possibleDuplicate) {}
}
