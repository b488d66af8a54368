package org.candor.investigation.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.candor.investigation.evidence.decision.EvidenceFlaw;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvidenceProblemTest {

    @ParameterizedTest
    @EnumSource(EvidenceFlaw.class)
    void everyFlawHasItsProblem(EvidenceFlaw flaw) {
        assertThat(EvidenceProblem.valueOf(flaw.name()).status()).isBetween(400, 499);
    }

    @ParameterizedTest
    @EnumSource(EvidenceProblem.class)
    void everyProblemIsToldInTwoLanguages(EvidenceProblem problem) {
        assertThat(problem.english()).isNotBlank().isNotEqualTo(problem.spanish());
        assertThat(problem.spanish()).isNotBlank();
    }
}
