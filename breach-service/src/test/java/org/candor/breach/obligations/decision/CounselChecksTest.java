package org.candor.breach.obligations.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where no rule computes the law of a jurisdiction, counsel must check it: never silence. */
class CounselChecksTest {

    static Stream<Jurisdiction> withoutRules() {
        return Stream.of(Jurisdiction.values())
                .filter(jurisdiction -> Given.BOOK.state(jurisdiction).isEmpty());
    }

    @ParameterizedTest(name = "{0}: counsel must check")
    @MethodSource("withoutRules")
    void everyJurisdictionWithoutARuleIsCounselsToCheck(Jurisdiction jurisdiction) {
        List<StateLaw> checks = checks(residents(jurisdiction.name(), 1));
        assertThat(checks).hasSize(1);
        assertThat(checks.getFirst().jurisdiction()).isEqualTo(jurisdiction);
        assertThat(checks.getFirst().statute()).isNotBlank();
        assertThat(checks.getFirst().source()).isNotBlank();
        assertThat(checks.getFirst().verified()).isNotBlank();
    }

    @Test
    void aJurisdictionWithRulesIsComputed() {
        assertThat(checks(residents("WI", 40))).isEmpty();
    }

    @Test
    void whatTheTriggeredLawOfAComputedJurisdictionAsksWithoutADayIsCounselsToo() {
        List<StateLaw> checks = checks(residents("CO", 40).with("statePersonalInformation", "['CO']"));
        assertThat(checks.stream().map(law -> law.jurisdiction().name())).containsExactly("CO");
        assertThat(checks.getFirst().known()).contains("24-73-103");
    }

    @Test
    void nobodyLivesThereAndItsLawIsTriggeredAllTheSame() {
        assertThat(checks(residents("MA", 0).with("statePersonalInformation", "['MA']")))
                .hasSize(1);
    }

    @Test
    void noResidentAndNoTriggerAsksNobody() {
        assertThat(checks(residents("MA", 0))).isEmpty();
    }

    @Test
    void asABusinessAssociateTheEntityTellsNoResidents() {
        assertThat(checks(residents("MA", 5).with("capacity", "'BUSINESS_ASSOCIATE'")))
                .isEmpty();
    }

    private static Given residents(String code, long count) {
        return Given.breach().with("individuals", "{'total': 40, 'byJurisdiction': {'" + code + "': " + count + "}}");
    }

    private static List<StateLaw> checks(Given given) {
        return given.computed().counselChecks();
    }
}
