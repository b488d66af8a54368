package org.candor.breach.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.EnumMap;
import java.util.Map;
import org.candor.breach.assessment.FactsRequest.EventAnswer;
import org.candor.breach.assessment.FactsRequest.ExceptionAnswers;
import org.candor.breach.assessment.FactsRequest.FactorRating;
import org.candor.breach.assessment.FactsRequest.Gates;
import org.candor.breach.assessment.FactsRequest.PhiAnswer;
import org.candor.breach.assessment.FactsRequest.PolicyAnswer;
import org.candor.breach.assessment.FactsRequest.ProtectionAnswer;
import org.candor.breach.assessment.FactsRequest.ProtectionKind;
import org.candor.breach.assessment.decision.ExceptionKind;
import org.candor.breach.assessment.decision.Factor;
import org.candor.breach.assessment.decision.Protection;
import org.candor.breach.assessment.decision.Protection.Destroyed;
import org.candor.breach.assessment.decision.Protection.Encrypted;
import org.candor.breach.assessment.decision.ProtectionGate;
import org.candor.breach.assessment.decision.Worksheet;
import org.candor.kit.web.PersonalText;

/** The worksheet in the form in which it is written. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorksheetView(
        Gates gates,
        Map<ExceptionKind, ExceptionAnswers> exceptions,
        Map<Factor, FactorRating> factors,
        PolicyAnswer policy) {

    static WorksheetView of(Worksheet worksheet) {
        Map<ExceptionKind, ExceptionAnswers> exceptions = new EnumMap<>(ExceptionKind.class);
        worksheet
                .exceptions()
                .forEach((kind, finding) ->
                        exceptions.put(kind, new ExceptionAnswers(finding.answers(), text(finding.evidence()))));
        Map<Factor, FactorRating> factors = new EnumMap<>(Factor.class);
        worksheet
                .factors()
                .forEach((factor, finding) ->
                        factors.put(factor, new FactorRating(finding.rating(), text(finding.support()))));
        return new WorksheetView(
                gates(worksheet),
                exceptions,
                factors,
                worksheet
                        .policy()
                        .map(policy -> new PolicyAnswer(policy.violated(), text(policy.support())))
                        .orElse(null));
    }

    private static Gates gates(Worksheet worksheet) {
        return new Gates(
                worksheet
                        .phi()
                        .map(gate -> new PhiAnswer(gate.kind(), text(gate.support())))
                        .orElse(null),
                worksheet.protection().map(WorksheetView::protection).orElse(null),
                worksheet
                        .event()
                        .map(gate -> new EventAnswer(
                                gate.permitted(), gate.happened(), gate.ransomware(), text(gate.support())))
                        .orElse(null));
    }

    private static ProtectionAnswer protection(ProtectionGate gate) {
        PersonalText support = text(gate.support());
        return switch (gate.protection()) {
            case Protection.Nothing nothing -> bare(ProtectionKind.NONE, support);
            case Protection.PasswordOnly password -> bare(ProtectionKind.PASSWORD_ONLY, support);
            case Protection.Redacted redacted -> bare(ProtectionKind.REDACTED, support);
            case Encrypted encrypted ->
                new ProtectionAnswer(
                        ProtectionKind.ENCRYPTED,
                        encrypted.standard(),
                        encrypted.keyApart(),
                        encrypted.runningUnlocked(),
                        null,
                        support);
            case Destroyed destroyed ->
                new ProtectionAnswer(ProtectionKind.DESTROYED, null, null, null, destroyed.method(), support);
        };
    }

    private static ProtectionAnswer bare(ProtectionKind kind, PersonalText support) {
        return new ProtectionAnswer(kind, null, null, null, null, support);
    }

    private static PersonalText text(String text) {
        return text.isEmpty() ? null : new PersonalText(text);
    }
}
