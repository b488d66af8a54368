package org.candor.investigation.mitigation;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import org.candor.investigation.mitigation.decision.Finding;
import org.candor.investigation.mitigation.decision.Finding.Harm;
import org.candor.investigation.mitigation.decision.Finding.Training;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What clients send. */
final class MitigationRequests {

    private static final int LONG = 10_000;
    private static final int MEDIUM = 4_000;
    private static final int SHORT = 500;

    private MitigationRequests() {}

    /** The finding, whole; it takes the place of the earlier one. */
    @Schema(name = "MitigationRequest")
    record FindingRequest(
            @Schema(examples = "KNOWN") @NotNull Harm harm,

            @Schema(
                    description = "Which harmful effect; asked where harm is known",
                    examples = "Fear of identity theft")
            @CleanText(max = LONG)
            PersonalText harmfulEffect,

            @Schema(description = "How far it reaches (policy IV.3.A.3)", examples = "612 people, one recipient")
            @CleanText(max = LONG)
            PersonalText extent,

            @Schema(examples = "NEEDED") @NotNull Training training,

            @Schema(examples = "The office did not know the rule on exports") @CleanText(max = MEDIUM)
            PersonalText trainingReason,

            @Schema(description = "Local day on which the violation was corrected", examples = "2026-03-12")
            LocalDate correctedOn) {

        Finding finding() {
            return new Finding(harm, harmfulEffect != null, training, Optional.ofNullable(correctedOn));
        }

        MitigationWords.Found words() {
            return new MitigationWords.Found(harmfulEffect, extent, trainingReason);
        }
    }

    @Schema(name = "BusinessAssociateRequest")
    record AskRequest(
            @Schema(examples = "Ledgerline Billing") @NotNull @CleanText(max = SHORT)
            PersonalText businessAssociate,

            @Schema(examples = "Delete the file and confirm it in writing") @NotNull @CleanText(max = MEDIUM)
            PersonalText text,

            @Schema(examples = "2026-03-20") @NotNull LocalDate dueOn) {

        MitigationWords.Asked words() {
            return new MitigationWords.Asked(businessAssociate, text);
        }
    }

    @Schema(name = "BusinessAssociateReply")
    record ReplyRequest(
            @Schema(examples = "2026-03-15") @NotNull LocalDate repliedOn,

            @Schema(examples = "Deleted on March 14, certificate attached to the letter")
            @NotNull
            @CleanText(max = LONG)
            PersonalText text) {}

    @Schema(name = "WithdrawalRequest")
    record WithdrawalRequest(
            @Schema(examples = "Asked the wrong vendor") @NotNull @CleanText(max = MEDIUM)
            PersonalText reason) {}
}
