package org.candor.intake.checkups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.candor.events.ReportKind;
import org.candor.intake.checkups.decision.CheckUpPlan;
import org.candor.intake.checkups.decision.CheckUpPlan.Planned;
import org.junit.jupiter.api.Test;

/** Policy I.B.1.b. */
class CheckUpPlanTest {

    @Test
    void asksWorkforceAlwaysAndOthersWhenTheyComplainOrTellOfRetaliation() {
        Set<ReportKind> fromOthers = EnumSet.of(ReportKind.COMPLAINT, ReportKind.RETALIATION);
        for (ReportKind kind : ReportKind.values()) {
            assertThat(CheckUpPlan.protects(kind, true)).isTrue();
            assertThat(CheckUpPlan.protects(kind, false)).as(kind.name()).isEqualTo(fromOthers.contains(kind));
        }
    }

    @Test
    void countsCalendarDaysAndMovesNoneOffAWeekend() {
        assertThat(new CheckUpPlan(List.of(90, 30, 180, 30)).from(LocalDate.of(2027, 12, 31)))
                .containsExactly(
                        new Planned(1, 30, LocalDate.of(2028, 1, 30)),
                        new Planned(2, 90, LocalDate.of(2028, 3, 30)),
                        new Planned(3, 180, LocalDate.of(2028, 6, 28)));
        assertThat(LocalDate.of(2028, 1, 30).getDayOfWeek().name()).isEqualTo("SUNDAY");
    }

    @Test
    void refusesADayThatIsNotAfterReceipt() {
        assertThatThrownBy(() -> new CheckUpPlan(List.of(0, 30))).isInstanceOf(IllegalArgumentException.class);
    }
}
