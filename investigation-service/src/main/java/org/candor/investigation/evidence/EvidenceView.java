package org.candor.investigation.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.candor.investigation.evidence.decision.Item;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An item of evidence with its chain of custody. */
@Schema(name = "Evidence")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EvidenceView(
        UUID id,
        Item.Kind kind,
        PersonalText description,

        @Schema(description = "What it shows") PersonalText finding,

        @Schema(description = "Of the content when it was collected, hexadecimal")
        String sha256,

        @Schema(description = "The step entry in which it was taken")
        UUID stepEntryId,

        Instant collectedAt,
        String recordedBy,
        Instant recordedAt,

        @Schema(description = "Size of the stored file in bytes; absent where none is kept")
        Long fileSize,

        @Schema(description = "ALTERED from the reading on that found the stored file changed")
        Item.Integrity integrity,

        List<CustodyPart> custody,
        ExaminationPart examination) {

    /** With its hash, who had it when and in which condition, and without what it is about and why it went from hand to hand. */
    EvidenceView withoutFindings() {
        return new EvidenceView(
                id,
                kind,
                null,
                null,
                sha256,
                stepEntryId,
                collectedAt,
                recordedBy,
                recordedAt,
                fileSize,
                integrity,
                custody.stream().map(CustodyPart::withoutReason).toList(),
                examination == null
                        ? null
                        : new ExaminationPart(examination.examinedBy(), examination.examinedAt(), null));
    }

    @Schema(name = "CustodyEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CustodyPart(
            int number,
            Instant at,

            @Schema(description = "Absent in the first entry, the collection")
            PersonalText from,

            PersonalText to,
            PersonalText reason,
            PersonalText condition,
            String recordedBy,
            Instant recordedAt) {

        CustodyPart withoutReason() {
            return new CustodyPart(number, at, from, to, null, condition, recordedBy, recordedAt);
        }
    }

    @Schema(name = "EvidenceExamination")
    record ExaminationPart(String examinedBy, Instant examinedAt, PersonalText finding) {}

    /** What lists show of an item: codes and times. */
    @Schema(name = "EvidenceSummary")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EvidenceSummary(
            UUID id,
            Item.Kind kind,
            String sha256,
            UUID stepEntryId,
            Instant collectedAt,
            Instant recordedAt,
            Item.Integrity integrity) {

        static EvidenceSummary of(EvidenceRow row) {
            return new EvidenceSummary(
                    row.id, row.kind, row.sha256, row.stepEntryId, row.collectedAt, row.recordedAt, row.integrity());
        }
    }
}
