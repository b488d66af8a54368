package org.candor.investigation.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.candor.investigation.cases.decision.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InvestigationProblemTest {

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void everyRefusalHasItsProblem(Refusal refusal) {
        assertThat(InvestigationProblem.valueOf(refusal.name()).status()).isBetween(400, 499);
    }
}
