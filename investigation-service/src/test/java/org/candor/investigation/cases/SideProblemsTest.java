package org.candor.investigation.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.candor.investigation.cyber.decision.CyberRefusal;
import org.candor.investigation.insider.decision.InsiderRefusal;
import org.candor.investigation.mitigation.decision.MitigationRefusal;
import org.candor.investigation.readiness.decision.ReadinessRefusal;
import org.candor.investigation.sanctions.decision.SanctionRefusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SideProblemsTest {

    static Stream<Enum<?>> refusals() {
        return Stream.<Enum<?>[]>of(
                        CyberRefusal.values(),
                        SanctionRefusal.values(),
                        MitigationRefusal.values(),
                        ReadinessRefusal.values(),
                        InsiderRefusal.values())
                .flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void everyRefusalBesideTheCaseHasItsProblem(Enum<?> refusal) {
        assertThat(InvestigationProblem.valueOf(refusal.name()).status()).isBetween(400, 499);
    }
}
