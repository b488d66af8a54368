package org.candor.intake.exceptions.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.candor.intake.exceptions.decision.BreakGlass.Refusal;
import org.candor.intake.exceptions.decision.BreakGlass.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakGlassTest {

    private static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");

    private final BreakGlass rules = new BreakGlass(Duration.ofHours(1), Duration.ofHours(4));

    /** The recusal goes before everything, the time asked for comes last. */
    @ParameterizedTest
    @CsvSource({
        "true,  true,  false,  60, HIDDEN",
        "true,  true,  true,   60, HIDDEN",
        "true,  false, false,  60, HIDDEN",
        "true,  true,  false, 480, HIDDEN",
        "false, false, false,  60, HIDDEN",
        "false, false, false, 480, HIDDEN",
        "false, true,  true,   60, READABLE_ALREADY",
        "false, true,  true,  480, READABLE_ALREADY",
        "false, true,  false, 241, TOO_LONG"
    })
    void staysShut(boolean recused, boolean granted, boolean mayRead, long minutes, Refusal why) {
        BreakGlass.Answer answer =
                rules.decide(new Standing(recused, granted, mayRead), Optional.of(Duration.ofMinutes(minutes)), NOW);

        assertThat(answer.until()).isEmpty();
        assertThat(answer.refusal()).contains(why);
    }

    @Test
    void opensForAnHourUnlessHeSaysOtherwise() {
        Standing outside = new Standing(false, true, false);

        assertThat(rules.decide(outside, Optional.empty(), NOW).until()).contains(NOW.plus(Duration.ofHours(1)));
        assertThat(rules.decide(outside, Optional.of(Duration.ofHours(4)), NOW).until())
                .contains(NOW.plus(Duration.ofHours(4)));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT1H", "PT2H, PT1H", "PT1H, PT8H1S", "-PT1H, PT1H"})
    void noInstallationLetsItLastLongerThanAShift(Duration usual, Duration longest) {
        assertThatThrownBy(() -> new BreakGlass(usual, longest)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02, 2026-09-02", "2026-08-31, 2027-02-28", "2027-08-31, 2028-02-29"})
    void exceptionsAreReviewedEverySixCalendarMonths(LocalDate day, LocalDate next) {
        assertThat(AccessReview.nextAfter(day)).isEqualTo(next);
    }
}
