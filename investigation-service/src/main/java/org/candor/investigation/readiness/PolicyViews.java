package org.candor.investigation.readiness;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which policies changed, and what teaches them, over REST. */
final class PolicyViews {

    private static final int LONGEST = 60;

    private PolicyViews() {}

    @Schema(name = "PolicyTrainingRequest")
    record PolicyTrainingRequest(
            @Schema(examples = "larkspur-falls") @NotNull @CleanText(max = 200)
            String entityId,

            @Schema(
                    description = "Codes of the catalogue; none, a new version asks nothing of anybody",
                    examples = "[\"PRIVACY\"]")
            @NotNull
            @Size(max = 50)
            Set<@NotNull @CleanText(max = LONGEST) String> courses,

            @Schema(
                    description =
                            "Calendar days from the day on which a new version takes effect, or is published if that is later",
                    examples = "30")
            @NotNull
            @Min(0)
            @Max(366)
            Integer withinDays) {}

    @Schema(name = "PolicyTraining")
    record PolicyTrainingView(
            @Schema(examples = "SEC-04") String policy,
            @Schema(examples = "[\"PRIVACY\"]") List<String> courses,
            @Schema(examples = "30") int withinDays,
            String changedBy,
            Instant changedAt) {

        static PolicyTrainingView of(PolicyTrainingRow row) {
            return new PolicyTrainingView(
                    row.policy, List.of(row.courses), row.withinDays, row.changedBy, row.changedAt);
        }
    }

    @Schema(name = "PolicyChangeRequest")
    record PolicyChangeRequest(
            @Schema(examples = "larkspur-falls") @NotNull @CleanText(max = 200)
            String entityId,

            @Schema(description = "Code of the policy", examples = "4-I") @NotNull @CleanText(max = LONGEST)
            String policy,

            @Schema(examples = "2026-04-01") @NotNull LocalDate effectiveOn,

            @Schema(description = "Courses that teach what has changed", examples = "[\"PRIVACY\"]")
            @NotEmpty
            @Size(max = 50)
            Set<@NotNull @CleanText(max = LONGEST) String> courses,

            @Schema(
                    description = "Calendar days from the effective day, or from today if that is later",
                    examples = "30")
            @NotNull
            @Min(0)
            @Max(366)
            Integer withinDays) {}

    @Schema(name = "PolicyChangeWithdrawalRequest")
    record WithdrawalRequest(
            @Schema(examples = "larkspur-falls") @NotNull @CleanText(max = 200)
            String entityId) {}

    @Schema(name = "PolicyChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PolicyChangeView(
            UUID id,
            String policy,

            @Schema(
                    description = "The version that was published; absent where an officer told of the change",
                    examples = "2")
            Long version,

            LocalDate effectiveOn,
            List<String> courses,
            LocalDate dueOn,

            @Schema(description = "Who told of it; system where it follows from a published version")
            String recordedBy,

            Instant recordedAt,

            @Schema(description = "Who found that it concerns nobody's duties; then it asks nothing")
            String withdrawnBy,

            Instant withdrawnAt) {

        static PolicyChangeView of(PolicyChangeRow row, Optional<WithdrawalRow> withdrawal) {
            return new PolicyChangeView(
                    row.id,
                    row.policy,
                    row.policyVersion,
                    row.effectiveOn,
                    List.of(row.courses),
                    row.change().dueOn(),
                    row.recordedBy,
                    row.recordedAt,
                    withdrawal.map(one -> one.withdrawnBy).orElse(null),
                    withdrawal.map(one -> one.withdrawnAt).orElse(null));
        }
    }
}
