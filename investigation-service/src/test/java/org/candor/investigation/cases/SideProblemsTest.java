package org.candor.investigation.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.candor.investigation.cyber.CyberProblem;
import org.candor.investigation.cyber.decision.CyberRefusal;
import org.candor.investigation.evidence.EvidenceProblem;
import org.candor.investigation.evidence.decision.EvidenceFlaw;
import org.candor.investigation.insider.InsiderProblem;
import org.candor.investigation.insider.decision.InsiderRefusal;
import org.candor.investigation.mitigation.MitigationProblem;
import org.candor.investigation.mitigation.decision.MitigationRefusal;
import org.candor.investigation.readiness.ReadinessProblem;
import org.candor.investigation.readiness.decision.ReadinessRefusal;
import org.candor.investigation.sanctions.SanctionProblem;
import org.candor.investigation.sanctions.decision.SanctionRefusal;
import org.candor.kit.errors.WordedProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue is one, whichever feature an entry belongs to. */
class SideProblemsTest {

    private static final Map<Enum<?>[], WordedProblem[]> OF = Map.of(
            CyberRefusal.values(), CyberProblem.values(),
            SanctionRefusal.values(), SanctionProblem.values(),
            MitigationRefusal.values(), MitigationProblem.values(),
            ReadinessRefusal.values(), ReadinessProblem.values(),
            InsiderRefusal.values(), InsiderProblem.values(),
            EvidenceFlaw.values(), EvidenceProblem.values());

    static Stream<WordedProblem> catalogue() {
        return Stream.concat(
                Arrays.stream(InvestigationProblem.values()),
                OF.values().stream().flatMap(Arrays::stream));
    }

    @Test
    void everyRefusalBesideTheCaseHasItsProblem() {
        OF.forEach((refusals, problems) -> assertThat(Arrays.stream(problems).map(WordedProblem::name))
                .containsAll(Arrays.stream(refusals).map(Enum::name).toList()));
    }

    @Test
    void noCodeIsGivenTwice() {
        List<String> codes = catalogue().map(WordedProblem::code).toList();
        assertThat(codes).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void everyProblemIsToldInTwoLanguages(WordedProblem problem) {
        assertThat(problem.status()).isBetween(400, 599);
        assertThat(problem.english()).isNotBlank().isNotEqualTo(problem.spanish());
        assertThat(problem.spanish()).isNotBlank();
    }
}
