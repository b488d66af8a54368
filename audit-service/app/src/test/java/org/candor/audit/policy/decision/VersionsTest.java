package org.candor.audit.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.candor.audit.policy.decision.Versions.Version;
import org.candor.audit.retention.decision.RetentionRule;
import org.junit.jupiter.api.Test;

class VersionsTest {

    private static final Versions TWO = new Versions(
            List.of(
                    new Version(1, day("2024-01-10"), day("2024-02-01")),
                    new Version(2, day("2026-03-01"), day("2026-04-01"))),
            Optional.empty());

    @Test
    void knowsWhichVersionWasInEffectOnADay() {
        assertThat(TWO.inEffect(day("2024-01-31"))).isEmpty();
        assertThat(TWO.inEffect(day("2024-02-01"))).contains(1);
        assertThat(TWO.inEffect(day("2026-03-31"))).contains(1);
        assertThat(TWO.inEffect(day("2026-04-01"))).contains(2);
    }

    @Test
    void keepsASupersededVersionSixYearsAfterItsLastDay() {
        assertThat(TWO.lastInEffect(1)).contains(day("2026-03-31"));
        assertThat(TWO.keepThrough(1, RetentionRule.HIPAA)).contains(day("2032-03-31"));
        assertThat(TWO.keepThrough(2, RetentionRule.HIPAA)).isEmpty();
    }

    @Test
    void keepsFromItsCreationWhatWasWrittenAfterItsLastDay() {
        Versions late = new Versions(
                List.of(
                        new Version(1, day("2026-05-01"), day("2026-01-01")),
                        new Version(2, day("2026-05-02"), day("2026-02-01"))),
                Optional.empty());
        assertThat(late.keepThrough(1, RetentionRule.HIPAA)).contains(day("2032-05-01"));
    }

    @Test
    void endsWithTheWithdrawal() {
        Versions gone = new Versions(TWO.all(), Optional.of(day("2026-10-01")));
        assertThat(gone.inEffect(day("2026-09-30"))).contains(2);
        assertThat(gone.inEffect(day("2026-10-01"))).isEmpty();
        assertThat(gone.keepThrough(2, RetentionRule.HIPAA)).contains(day("2032-09-30"));
        assertThat(gone.mayFollow(day("2027-01-01"))).isFalse();
    }

    @Test
    void letsNoVersionBeginBeforeAnEarlierOne() {
        assertThat(TWO.mayFollow(day("2026-03-31"))).isFalse();
        assertThat(TWO.mayFollow(day("2026-04-01"))).isTrue();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
