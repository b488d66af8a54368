package org.candor.investigation.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.events.CaseEvent.Cost;
import org.candor.events.CaseEvent.CostKind;
import org.candor.investigation.cases.decision.DocumentationItem;
import org.candor.investigation.cases.decision.FollowUpItem;
import org.candor.investigation.forms.LetterLanguage;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people write into a case. All of it may hold health information: it is stored sealed and never travels in events. */
final class Words {

    static final int LONG = 10_000;
    static final int MEDIUM = 4_000;
    static final int SHORT = 500;

    private Words() {}

    /** Why something was decided. */
    record Reason(PersonalText reason) {}

    /** What is proposed or to be done. */
    record Text(PersonalText text) {}

    /** A letter to a complainant word for word; those from before its language was kept are taken for English. */
    record Letter(PersonalText text, LetterLanguage language) {
        Letter {
            language = Objects.requireNonNullElse(language, LetterLanguage.EN);
        }
    }

    /** What goes with a step. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(PersonalText result, PersonalText performedBy, PersonalText deviation) {}

    /** The nine items of policy I.I; what is left out counts as not answered. */
    @Schema(name = "Documentation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Documentation(
            @Schema(description = "Name of the reporter, or anonymous", examples = "anonymous") @CleanText(max = SHORT)
            PersonalText reporter,

            @Schema(examples = "Privacy Officer and Security Officer") @CleanText(max = MEDIUM)
            PersonalText investigators,

            @Schema(examples = "Spreadsheet of 612 patients; nightly export job on the reporting server")
            @CleanText(max = LONG)
            PersonalText dataAndSystems,

            @Schema(examples = "2026-03-07T02:15:00Z") Instant occurredFrom,
            @Schema(examples = "2026-03-07T02:16:00Z") Instant occurredUntil,

            @Schema(examples = "The spreadsheet left the organisation; no system was harmed") @CleanText(max = LONG)
            PersonalText damage,

            @Schema(examples = "The job's recipient list still named a former vendor") @CleanText(max = LONG)
            PersonalText suspectedCause,

            @Schema(examples = "Other jobs may have recipients that nobody reviews") @CleanText(max = LONG)
            PersonalText identifiedRisk,

            @Schema(examples = "Job stopped, recipient asked to delete, list corrected") @CleanText(max = LONG)
            PersonalText mitigationAndRestoration,

            @Schema(examples = "Encrypt exports and review recipients every quarter") @CleanText(max = LONG)
            PersonalText recommendations) {

        Set<DocumentationItem> answered() {
            Map<DocumentationItem, Object> answers = new EnumMap<>(DocumentationItem.class);
            put(answers, DocumentationItem.REPORTER, reporter);
            put(answers, DocumentationItem.INVESTIGATORS, investigators);
            put(answers, DocumentationItem.DATA_AND_SYSTEMS, dataAndSystems);
            put(answers, DocumentationItem.OCCURRED, occurredFrom);
            put(answers, DocumentationItem.DAMAGE, damage);
            put(answers, DocumentationItem.SUSPECTED_CAUSE, suspectedCause);
            put(answers, DocumentationItem.IDENTIFIED_RISK, identifiedRisk);
            put(answers, DocumentationItem.MITIGATION_AND_RESTORATION, mitigationAndRestoration);
            put(answers, DocumentationItem.RECOMMENDATIONS, recommendations);
            return answers.keySet().stream()
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(DocumentationItem.class)));
        }
    }

    /** The review after the incident (policy I.H). */
    @Schema(name = "FollowUp")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FollowUp(
            @Schema(examples = "2026-03-20") LocalDate reviewedOn,

            @Schema(description = "Working hours spent", examples = "64.5")
            @DecimalMin(value = "0", message = "must not be negative")
            @Digits(integer = 9, fraction = 2, message = "at most 9 digits and 2 decimals")
            BigDecimal costHours,

            @Schema(description = "Money spent, US dollars", examples = "8200.00")
            @DecimalMin(value = "0", message = "must not be negative")
            @Digits(integer = 12, fraction = 2, message = "at most 12 digits and 2 decimals")
            BigDecimal costAmount,

            @Schema(examples = "612 people to be told; two days of work in the department") @CleanText(max = LONG)
            PersonalText impact,

            @Schema(description = "Was the handling good", examples = "Contained within a day of the report")
            @CleanText(max = LONG)
            PersonalText handling,

            @Schema(description = "What would prevent a similar incident", examples = "No export without encryption")
            @CleanText(max = LONG)
            PersonalText improvements,

            @Schema(examples = "A recipient list is a control and needs an owner") @CleanText(max = LONG)
            PersonalText lessonsLearned) {

        /** In all, by kind and currency; at most two decimals were taken. */
        List<Cost> costs() {
            return Stream.of(cost(CostKind.WORK_HOURS, costHours, null), cost(CostKind.MONEY, costAmount, "USD"))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private static Optional<Cost> cost(CostKind kind, BigDecimal amount, String currency) {
            return Optional.ofNullable(amount)
                    .map(known -> new Cost(kind, known.movePointRight(2).longValueExact(), currency));
        }

        Set<FollowUpItem> answered() {
            Map<FollowUpItem, Object> answers = new EnumMap<>(FollowUpItem.class);
            put(answers, FollowUpItem.REVIEW_DAY, reviewedOn);
            put(answers, FollowUpItem.COST, costHours == null ? null : costAmount);
            put(answers, FollowUpItem.IMPACT, impact);
            put(answers, FollowUpItem.HANDLING, handling);
            put(answers, FollowUpItem.IMPROVEMENTS, improvements);
            put(answers, FollowUpItem.LESSONS_LEARNED, lessonsLearned);
            return answers.keySet().stream().collect(Collectors.toCollection(() -> EnumSet.noneOf(FollowUpItem.class)));
        }
    }

    private static <K> void put(Map<K, Object> answers, K item, Object answer) {
        if (answer != null) {
            answers.put(item, answer);
        }
    }
}
