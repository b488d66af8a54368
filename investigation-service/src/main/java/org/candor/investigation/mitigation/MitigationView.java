package org.candor.investigation.mitigation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.investigation.mitigation.decision.Finding.Harm;
import org.candor.investigation.mitigation.decision.Finding.Training;
import org.candor.investigation.mitigation.decision.Request;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is known of harm and done about it. */
@Schema(name = "Mitigation")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MitigationView(
        Harm harm,
        PersonalText harmfulEffect,
        PersonalText extent,
        Training training,
        PersonalText trainingReason,
        LocalDate correctedOn,
        Correction correction,
        String writtenBy,
        Instant writtenAt,
        List<RequestPart> requests) {

    /** Codes, days and acting staff, and nothing that people wrote. */
    MitigationView withoutWords() {
        return new MitigationView(
                harm,
                null,
                null,
                training,
                null,
                correctedOn,
                correction,
                writtenBy,
                writtenAt,
                requests.stream().map(RequestPart::withoutWords).toList());
    }

    /** 45 CFR 160.410(c)(2)(i): the period in which a correction counts in the entity's favour. */
    @Schema(name = "CorrectionPeriod")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Correction(
            @Schema(description = "First local day on which the entity knew, as far as the report says")
            LocalDate from,

            @Schema(description = "Day 30 of the period; a strict reading, counsel may count otherwise")
            LocalDate lastDay,

            @Schema(description = "Absent until corrected") Boolean inTime,
            String citation) {}

    /** What was written once, and by whom. */
    @Schema(name = "MitigationVersion")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VersionPart(
            UUID id,
            Harm harm,
            PersonalText harmfulEffect,
            PersonalText extent,
            Training training,
            PersonalText trainingReason,
            LocalDate correctedOn,
            String writtenBy,
            Instant writtenAt) {

        VersionPart withoutWords() {
            return new VersionPart(id, harm, null, null, training, null, correctedOn, writtenBy, writtenAt);
        }
    }

    @Schema(name = "MitigationRequestPart")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RequestPart(
            UUID id,
            PersonalText businessAssociate,
            PersonalText text,
            String askedBy,
            LocalDate askedOn,
            LocalDate dueOn,
            Request.Status status,
            LocalDate endedOn,
            @Schema(description = "Days after the due day") long daysLate,
            PersonalText ending) {

        RequestPart withoutWords() {
            return new RequestPart(id, null, null, askedBy, askedOn, dueOn, status, endedOn, daysLate, null);
        }
    }
}
