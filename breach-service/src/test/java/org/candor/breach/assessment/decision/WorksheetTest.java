package org.candor.breach.assessment.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.breach.assessment.decision.AssessmentFixtures.complete;
import static org.candor.breach.assessment.decision.AssessmentFixtures.finding;
import static org.candor.breach.assessment.decision.AssessmentFixtures.highRisk;
import static org.candor.breach.assessment.decision.AssessmentFixtures.lowRisk;
import static org.candor.breach.assessment.decision.AssessmentFixtures.with;

import java.util.Map;
import java.util.Set;
import org.candor.breach.assessment.decision.FactorFinding.Rating;
import org.candor.breach.assessment.decision.Protection.Destroyed;
import org.candor.breach.assessment.decision.Protection.Encrypted;
import org.candor.breach.assessment.decision.Protection.Encrypted.Standard;
import org.candor.events.AssessmentOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The gates in the order of the law, the exceptions and the four factors. */
class WorksheetTest {

    @Test
    void namesEveryEmptyPlaceInTheOrderOfTheForm() {
        assertThat(Worksheet.EMPTY.missing())
                .containsExactly(
                        "gates.phi",
                        "gates.protection",
                        "gates.event",
                        "exceptions.UNINTENTIONAL_USE",
                        "exceptions.INADVERTENT_DISCLOSURE",
                        "exceptions.NOT_RETAINED",
                        "factors.NATURE_AND_EXTENT",
                        "factors.UNAUTHORIZED_PERSON",
                        "factors.ACQUIRED_OR_VIEWED",
                        "factors.MITIGATION",
                        "policy");
        assertThat(lowRisk().missing()).isEmpty();
    }

    @Test
    void namesWhatIsAnsweredWithoutSupport() {
        assertThat(with(lowRisk(), new PhiGate(PhiGate.Kind.PHI, " ")).missing())
                .containsExactly("gates.phi.support");
        assertThat(with(lowRisk(), new ProtectionGate(new Protection.Nothing(), ""))
                        .missing())
                .containsExactly("gates.protection.support");
        assertThat(with(lowRisk(), new EventGate(false, Set.of(), false, "x")).missing())
                .containsExactly("gates.event.happened");
        assertThat(with(lowRisk(), new EventGate(true, Set.of(), true, "x")).missing())
                .containsExactly("gates.event.happened");
        assertThat(with(lowRisk(), ExceptionKind.NOT_RETAINED, new ExceptionFinding(Map.of(), ""))
                        .missing())
                .containsExactly("exceptions.NOT_RETAINED.answers", "exceptions.NOT_RETAINED.evidence");
        assertThat(with(lowRisk(), Factor.MITIGATION, new FactorFinding(Rating.LOW, ""))
                        .missing())
                .containsExactly("factors.MITIGATION.support");
        assertThat(with(lowRisk(), new PolicyFinding(false, "")).missing()).containsExactly("policy.support");
    }

    @Test
    void letsAFactorBeOutOfPlaceOnlyWhereTheQuestionHasEnded() {
        Worksheet notApplicable = complete(Rating.NOT_APPLICABLE);
        assertThat(notApplicable.missing()).hasSize(4).contains("factors.MITIGATION.rating");
        assertThat(with(notApplicable, new PhiGate(PhiGate.Kind.EMPLOYMENT_RECORD, "personnel file"))
                        .missing())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = PhiGate.Kind.class, names = "PHI", mode = EnumSource.Mode.EXCLUDE)
    void endsAtTheFirstGateWhenItIsNoPhi(PhiGate.Kind kind) {
        assertThat(suggested(with(highRisk(), new PhiGate(kind, "x")))).isEqualTo(AssessmentOutcome.NOT_A_BREACH);
    }

    @ParameterizedTest(name = "encrypted by {0}, key apart {1}, running unlocked {2}: secured {3}")
    @CsvSource({
        "NIST_SP_800_111, true, false, true",
        "NIST_SP_800_52, true, false, true",
        "NIST_SP_800_77, true, false, true",
        "NIST_SP_800_113, true, false, true",
        "FIPS_140, true, false, true",
        "OTHER, true, false, false",
        "NIST_SP_800_111, false, false, false",
        "NIST_SP_800_111, true, true, false"
    })
    void securesByEncryptionOnlyWithAStandardItsKeyApartAndTheDeviceLocked(
            Standard standard, boolean apart, boolean unlocked, boolean secured) {
        assertThat(new Encrypted(standard, apart, unlocked).secures()).isEqualTo(secured);
    }

    @Test
    void takesNoPasswordForEncryptionAndNoRedactionForDestruction() {
        assertThat(new Protection.PasswordOnly().secures()).isFalse();
        assertThat(new Protection.Redacted().secures()).isFalse();
        assertThat(new Protection.Nothing().secures()).isFalse();
        assertThat(new Destroyed(Destroyed.Method.OTHER).secures()).isFalse();
        assertThat(new Destroyed(Destroyed.Method.SHREDDED).secures()).isTrue();
        assertThat(new Destroyed(Destroyed.Method.NIST_SP_800_88).secures()).isTrue();
    }

    @Test
    void endsAtTheSecondGateWhenItWasSecured() {
        Encrypted laptop = new Encrypted(Standard.NIST_SP_800_111, true, false);
        assertThat(suggested(with(highRisk(), new ProtectionGate(laptop, "disk encryption report"))))
                .isEqualTo(AssessmentOutcome.NOT_A_BREACH);
    }

    @Test
    void endsAtTheThirdGateWhenTheUseIsPermittedAndTakesRansomwareForAnAcquisition() {
        assertThat(suggested(with(highRisk(), new EventGate(true, Set.of(), false, "for treatment"))))
                .isEqualTo(AssessmentOutcome.NOT_A_BREACH);
        assertThat(suggested(with(highRisk(), new EventGate(false, Set.of(), true, "files were locked"))))
                .isEqualTo(AssessmentOutcome.REPORTABLE_BREACH);
        assertThat(with(highRisk(), new EventGate(false, Set.of(), true, "files were locked"))
                        .missing())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ExceptionKind.class)
    void appliesAnExceptionOnlyWhenEveryAnswerIsYes(ExceptionKind kind) {
        Worksheet all = with(highRisk(), kind, finding(kind, true, "x"));
        assertThat(suggested(all)).isEqualTo(AssessmentOutcome.NOT_A_BREACH);
        assertThat(Suggestion.of(all, false).reasons())
                .anyMatch(reason -> reason.startsWith("an exception applies") && reason.contains("164.402(1)"));
        for (ExceptionKind.Question question : kind.questions()) {
            Map<ExceptionKind.Question, Boolean> answers =
                    new java.util.EnumMap<>(finding(kind, true, "x").answers());
            answers.put(question, false);
            assertThat(suggested(with(highRisk(), kind, new ExceptionFinding(answers, "x"))))
                    .isEqualTo(AssessmentOutcome.REPORTABLE_BREACH);
        }
    }

    @Test
    void appliesNoExceptionWhoseQuestionsAreNotAllAnswered() {
        ExceptionFinding half = new ExceptionFinding(Map.of(ExceptionKind.Question.GOOD_FAITH, true), "x");
        assertThat(half.applies(ExceptionKind.UNINTENTIONAL_USE)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Factor.class)
    void needsAllFourFactorsForALowProbability(Factor factor) {
        assertThat(suggested(lowRisk())).isEqualTo(AssessmentOutcome.NOT_A_BREACH);
        assertThat(suggested(with(lowRisk(), factor, new FactorFinding(Rating.MEDIUM, "x"))))
                .isEqualTo(AssessmentOutcome.REPORTABLE_BREACH);
    }

    /** Policy III.A.2, a to e. */
    @Test
    void suggestsEachOfTheFiveOutcomes() {
        Worksheet policy = with(lowRisk(), new PolicyFinding(true, "x"));
        assertThat(Suggestion.of(lowRisk(), false).outcome()).isEqualTo(AssessmentOutcome.NOT_A_BREACH);
        assertThat(Suggestion.of(highRisk(), false).outcome()).isEqualTo(AssessmentOutcome.REPORTABLE_BREACH);
        assertThat(Suggestion.of(lowRisk(), true).outcome()).isEqualTo(AssessmentOutcome.STATE_VIOLATION_ONLY);
        assertThat(Suggestion.of(highRisk(), true).outcome()).isEqualTo(AssessmentOutcome.BREACH_AND_STATE_VIOLATION);
        assertThat(Suggestion.of(policy, false).outcome()).isEqualTo(AssessmentOutcome.POLICY_VIOLATION_ONLY);
    }

    @Test
    void givesItsReasons() {
        assertThat(Suggestion.of(lowRisk(), true).reasons())
                .containsExactly(
                        "all four factors show a low probability of compromise (45 CFR 164.402(2))",
                        "the data elements trigger the law of a State");
        assertThat(Suggestion.of(with(highRisk(), new PolicyFinding(true, "x")), false)
                        .reasons())
                .containsExactly(
                        "a low probability of compromise is not shown by all four factors (45 CFR 164.402(2))",
                        "the organisation's own policy was broken");
        assertThat(Suggestion.of(with(highRisk(), new PhiGate(PhiGate.Kind.EDUCATION_RECORD, "x")), false)
                        .reasons())
                .containsExactly("it is no protected health information (45 CFR 160.103)");
        assertThat(Suggestion.of(
                                with(highRisk(), new ProtectionGate(new Destroyed(Destroyed.Method.SHREDDED), "x")),
                                false)
                        .reasons())
                .containsExactly("it was secured by a method of the guidance (74 FR 19006)");
        assertThat(Suggestion.of(with(highRisk(), new EventGate(true, Set.of(), false, "x")), false)
                        .reasons())
                .containsExactly("what happened is permitted by 45 CFR part 164, subpart E");
    }

    @Test
    void presumesABreachWhileAnythingIsMissing() {
        Worksheet unsupported = with(lowRisk(), Factor.MITIGATION, new FactorFinding(Rating.LOW, ""));
        Suggestion suggestion = Suggestion.of(unsupported, false);
        assertThat(suggestion.presumed()).isTrue();
        assertThat(suggestion.outcome()).isEqualTo(AssessmentOutcome.REPORTABLE_BREACH);
        assertThat(suggestion.reasons()).singleElement().asString().contains("presumed");
        assertThat(Suggestion.of(lowRisk(), false).presumed()).isFalse();
    }

    private static AssessmentOutcome suggested(Worksheet worksheet) {
        assertThat(worksheet.missing()).isEmpty();
        return Suggestion.of(worksheet, false).outcome();
    }
}
