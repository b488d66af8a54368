package org.candor.investigation.sanctions;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.candor.investigation.sanctions.decision.Concerned;
import org.candor.investigation.sanctions.decision.Conduct;
import org.candor.investigation.sanctions.decision.Measure;
import org.candor.investigation.sanctions.decision.Relation;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What clients send and what of it is sealed. */
final class SanctionRequests {

    private static final int LONG = 10_000;
    private static final int SHORT = 500;
    private static final int MOST = 50;

    private SanctionRequests() {}

    record Text(PersonalText text) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Who(PersonalText name, PersonalText position, PersonalText subject, boolean hasNoAccount) {}

    /** What somebody may write by hand. */
    enum NoteKind {
        NOTE,
        INTERVIEW,
        LOG_REVIEW,
        REFUSAL_TO_COOPERATE
    }

    @Schema(name = "SanctionReaders")
    record ReadersRequest(
            @Schema(description = "Subjects of who may read the record; the caller among them")
            @NotEmpty
            @Size(max = MOST)
            Set<@NotNull @CleanText(max = SHORT) String> readers) {}

    @Schema(name = "PersonInvolved")
    record PersonRequest(
            @Schema(examples = "WORKFORCE") @NotNull Relation relation,

            @Schema(examples = "CONFIDENTIALITY_BREACH") @NotNull
            Conduct conduct,

            @Schema(examples = "NEGLIGENT") @NotNull Conduct.Intent intent,

            @Schema(examples = "Robin Vance") @NotNull @CleanText(max = SHORT)
            PersonalText name,

            @Schema(examples = "Records clerk") @CleanText(max = SHORT)
            PersonalText position,

            @Schema(
                    description =
                            "His subject at the identity provider, so that he never reads, proposes or decides here;"
                                    + " asked for workforce unless hasNoAccount is true",
                    examples = "robin.vance")
            @CleanText(max = SHORT)
            PersonalText subject,

            @Schema(description = "True when he has no account here", examples = "false")
            Boolean hasNoAccount) {

        boolean saysNoAccount() {
            return Boolean.TRUE.equals(hasNoAccount);
        }

        Who who() {
            return new Who(name, position, subject, saysNoAccount());
        }
    }

    @Schema(name = "SanctionNoteRequest")
    record NoteRequest(
            @Schema(examples = "INTERVIEW") @NotNull NoteKind kind,

            @Schema(description = "Whom it is about; asked for a refusal to cooperate")
            UUID personId,

            @Schema(examples = "2026-03-12T15:00:00Z") @NotNull
            Instant happenedAt,

            @Schema(examples = "Says that the file was opened by mistake") @NotNull @CleanText(max = LONG)
            PersonalText text) {}

    @Schema(name = "StatementRequest")
    record StatementRequest(
            @Schema(examples = "GIVEN") @NotNull Concerned.Hearing how,

            @Schema(examples = "2026-03-12T15:00:00Z") @NotNull
            Instant at,

            @Schema(description = "The statement, or how the opportunity was offered", examples = "It was a mistake")
            @NotNull
            @CleanText(max = LONG)
            PersonalText text) {}

    @Schema(name = "ProtectionCheck")
    record ProtectionRequest(
            @Schema(description = "A disclosure under 45 CFR 164.502(j)(1)", examples = "false") @NotNull
            Boolean whistleBlower,

            @Schema(description = "A disclosure under 45 CFR 164.502(j)(2)", examples = "false") @NotNull
            Boolean crimeVictim,

            @Schema(description = "A complaint, testimony or opposition under 45 CFR 164.530(g)", examples = "false")
            @NotNull
            Boolean complaint,

            @Schema(examples = "No disclosure to anybody outside; no complaint on file") @NotNull @CleanText(max = LONG)
            PersonalText reason) {}

    @Schema(name = "SanctionProposal")
    record ProposalRequest(
            @Schema(examples = "WARNING") @NotNull Measure measure,

            @Schema(examples = "First time, no harm, learned from it") @NotNull @CleanText(max = LONG)
            PersonalText reason) {}

    @Schema(name = "SanctionConclusion")
    record ConclusionRequest(
            @Schema(
                    description = "Why nobody is named; asked for a record without persons",
                    examples = "The act was a machine's; nobody had a part in it")
            @CleanText(max = LONG)
            PersonalText reason) {}

    @Schema(name = "SanctionRuling")
    record RulingRequest(
            @Schema(examples = "WARNING") @NotNull Measure measure,

            @Schema(examples = "As proposed") @NotNull @CleanText(max = LONG)
            PersonalText reason,

            @Schema(description = "Why it differs from earlier sanctions for like cases") @CleanText(max = LONG)
            PersonalText differsBecause) {}
}
