package org.candor.intake.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.candor.intake.routing.decision.NeedToKnow;
import org.candor.intake.routing.decision.NeedToKnow.Standing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 45 CFR 164.502(b), A-10 to A-12. */
class NeedToKnowTest {

    @ParameterizedTest
    @CsvSource({
        "privacy-officer,  false, false, false, true,  false",
        "security-officer, false, false, false, true,  false",
        "investigator,     false, false, false, true,  false",
        "investigator,     false, false, true,  true,  false",
        "privacy-officer,  true,  false, false, true,  true",
        "administrator,    false, false, false, false, false",
        "administrator,    true,  false, false, true,  true",
        "administrator,    false, true,  false, true,  true",
        "administrator,    false, false, true,  true,  false",
        "privacy-officer,  true,  false, true,  true,  false",
        "administrator,    false, true,  true,  true,  false"
    })
    void isWhatTheWorkOnTheReportAsksFor(
            String role, boolean inCharge, boolean nobody, boolean excepted, boolean report, boolean reporter) {
        Standing his = new Standing(Set.of(role), inCharge, nobody, excepted);

        assertThat(NeedToKnow.ofReport(his)).isEqualTo(report);
        assertThat(NeedToKnow.ofReporter(his)).isEqualTo(reporter);
        assertThat(NeedToKnow.ofAllThatIsHis(his)).isEqualTo(report);
    }
}
