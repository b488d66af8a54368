package org.candor.breach.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candor.breach.assessment.decision.EventGate;
import org.candor.breach.assessment.decision.ExceptionFinding;
import org.candor.breach.assessment.decision.ExceptionKind;
import org.candor.breach.assessment.decision.Factor;
import org.candor.breach.assessment.decision.FactorFinding;
import org.candor.breach.assessment.decision.PhiGate;
import org.candor.breach.assessment.decision.PolicyFinding;
import org.candor.breach.assessment.decision.Protection;
import org.candor.breach.assessment.decision.Protection.Destroyed;
import org.candor.breach.assessment.decision.Protection.Encrypted;
import org.candor.breach.assessment.decision.ProtectionGate;
import org.candor.breach.assessment.decision.Worksheet;
import org.candor.breach.obligations.FactsReader;
import org.candor.breach.obligations.decision.Capacity;
import org.candor.breach.obligations.decision.NoticeFacts;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The whole worksheet and the facts of the notices; what is left out is empty from then on. An answer has the same form, so
 * that a client reads, edits and writes back. Every text may hold health information.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AssessmentFacts")
public record FactsRequest(
        @Valid Gates gates,
        Map<ExceptionKind, @Valid @NotNull ExceptionAnswers> exceptions,
        Map<Factor, @Valid @NotNull FactorRating> factors,
        @Valid PolicyAnswer policy,
        @Schema(implementation = NoticeView.class) JsonNode notice) {

    private static final int LONGEST = 10_000;

    /** In the order of the law. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Gates(
            @Valid PhiAnswer phi,
            @Valid ProtectionAnswer protection,
            @Valid EventAnswer event) {}

    /** Is it protected health information? */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PhiAnswer(
            @NotNull PhiGate.Kind kind,
            @CleanText(max = LONGEST) PersonalText support) {}

    /** How was it protected? */
    public enum ProtectionKind {
        NONE,
        PASSWORD_ONLY,
        REDACTED,
        ENCRYPTED,
        DESTROYED
    }

    /** Standard, key and device belong to ENCRYPTED, the method to DESTROYED. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProtectionAnswer(
            @NotNull ProtectionKind kind,
            Encrypted.Standard standard,
            Boolean keyApart,
            Boolean runningUnlocked,
            Destroyed.Method method,
            @CleanText(max = LONGEST) PersonalText support) {

        private Protection protection() {
            return switch (kind) {
                case NONE -> new Protection.Nothing();
                case PASSWORD_ONLY -> new Protection.PasswordOnly();
                case REDACTED -> new Protection.Redacted();
                case ENCRYPTED ->
                    new Encrypted(
                            needed(standard, "standard"),
                            needed(keyApart, "keyApart"),
                            needed(runningUnlocked, "runningUnlocked"));
                case DESTROYED -> new Destroyed(needed(method, "method"));
            };
        }

        private static <T> T needed(T value, String field) {
            if (value == null) {
                throw new Problem(CommonProblem.INVALID_FIELD).field("/gates/protection/" + field, "is required");
            }
            return value;
        }
    }

    /** What happened, and is it permitted? */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EventAnswer(
            @NotNull Boolean permitted,
            Set<EventGate.@NotNull Verb> happened,
            Boolean ransomware,
            @CleanText(max = LONGEST) PersonalText support) {}

    /** Yes or no to each question of the exception. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ExceptionAnswers(
            Map<ExceptionKind.Question, @NotNull Boolean> answers,
            @CleanText(max = LONGEST) PersonalText evidence) {}

    /** Rating with written support. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FactorRating(
            @NotNull FactorFinding.Rating rating,
            @CleanText(max = LONGEST) PersonalText support) {}

    /** Was the organisation's own policy broken? */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PolicyAnswer(
            @NotNull Boolean violated,
            @CleanText(max = LONGEST) PersonalText support) {}

    Worksheet worksheet() {
        Optional<Gates> given = Optional.ofNullable(gates);
        return new Worksheet(
                given.map(Gates::phi).map(phi -> new PhiGate(phi.kind(), text(phi.support()))),
                given.map(Gates::protection)
                        .map(answer -> new ProtectionGate(answer.protection(), text(answer.support()))),
                given.map(Gates::event).map(FactsRequest::event),
                exceptionFindings(),
                factorFindings(),
                Optional.ofNullable(policy)
                        .map(answer -> new PolicyFinding(answer.violated(), text(answer.support()))));
    }

    NoticeFacts noticeFacts(Capacity capacity) {
        return notice == null || notice.isNull()
                ? NoticeFacts.of(capacity)
                : FactsReader.readNotice(notice).orRefuse("/notice");
    }

    private static EventGate event(EventAnswer answer) {
        return new EventGate(
                answer.permitted(),
                answer.happened() == null ? Set.of() : answer.happened(),
                Boolean.TRUE.equals(answer.ransomware()),
                text(answer.support()));
    }

    private Map<ExceptionKind, ExceptionFinding> exceptionFindings() {
        Map<ExceptionKind, ExceptionFinding> findings = new EnumMap<>(ExceptionKind.class);
        if (exceptions != null) {
            exceptions.forEach((kind, given) -> findings.put(
                    kind,
                    new ExceptionFinding(
                            given.answers() == null ? Map.of() : given.answers(), text(given.evidence()))));
        }
        return findings;
    }

    private Map<Factor, FactorFinding> factorFindings() {
        Map<Factor, FactorFinding> findings = new EnumMap<>(Factor.class);
        if (factors != null) {
            factors.forEach(
                    (factor, given) -> findings.put(factor, new FactorFinding(given.rating(), text(given.support()))));
        }
        return findings;
    }

    private static String text(PersonalText text) {
        return text == null ? "" : text.value();
    }
}
