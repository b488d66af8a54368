package org.candor.breach.obligations.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.obligations.decision.Recomputation.Change;
import org.junit.jupiter.api.Test;

/** Was due, now due: every change is named, and nothing else. */
class RecomputationTest {

    private static final LocalDate DUE = LocalDate.of(2026, 6, 6);
    private static final Standing OPEN = standing("A", "R", "LOG", DUE, null, null);

    @Test
    void saysNothingWhenNothingChanged() {
        assertThat(Recomputation.between(List.of(OPEN), List.of(OPEN))).isEmpty();
        Standing met = standing("A", "R", "LOG", DUE, null, DUE);
        assertThat(Recomputation.between(List.of(met), List.of(met))).isEmpty();
    }

    @Test
    void namesWhatArises() {
        assertThat(Recomputation.between(List.of(), List.of(OPEN))).containsExactly(new Change.Arisen(OPEN));
        Standing met = standing("A", "R", "LOG", DUE, null, DUE);
        assertThat(Recomputation.between(List.of(), List.of(met)))
                .containsExactly(new Change.Arisen(met), new Change.Met(met));
    }

    @Test
    void namesWhatMovesByDayFormRuleOrHold() {
        for (Standing now : List.of(
                standing("A", "R", "LOG", DUE.plusDays(1), null, null),
                standing("A", "R", "NOW", DUE, null, null),
                standing("A", "Q", "LOG", DUE, null, null),
                standing("A", "R", "LOG", DUE, DUE.minusDays(9), null))) {
            assertThat(Recomputation.between(List.of(OPEN), List.of(now))).containsExactly(new Change.Moved(OPEN, now));
        }
    }

    @Test
    void namesWhatIsMetAndHowLate() {
        Standing met = standing("A", "R", "LOG", DUE, null, DUE.plusDays(3));
        assertThat(met.daysLate()).isEqualTo(3);
        assertThat(OPEN.daysLate()).isZero();
        assertThat(standing("A", "R", "LOG", DUE, null, DUE.minusDays(3)).daysLate())
                .isZero();
        assertThat(Recomputation.between(List.of(OPEN), List.of(met))).containsExactly(new Change.Met(met));
    }

    @Test
    void saysAnewHowLateWhenTheDueDayMovesAfterwards() {
        Standing met = standing("A", "R", "LOG", DUE, null, DUE);
        Standing late = standing("A", "R", "LOG", DUE.minusDays(2), null, DUE);
        assertThat(Recomputation.between(List.of(met), List.of(late)))
                .containsExactly(new Change.Moved(met, late), new Change.Met(late));
        Standing later = standing("A", "R", "LOG", DUE.plusDays(2), null, DUE);
        assertThat(Recomputation.between(List.of(met), List.of(later))).containsExactly(new Change.Moved(met, later));
    }

    @Test
    void namesADutyThatAnotherDoesFromNowOn() {
        Standing delegated = new Standing(
                "A", "R", Optional.of("LOG"), DUE, Optional.empty(), Optional.empty(), Optional.of(new UUID(1, 2)));
        Standing own = standing("A", "R", "LOG", DUE, null, null);
        assertThat(Recomputation.between(List.of(own), List.of(delegated)))
                .containsExactly(new Change.Moved(own, delegated));
    }

    @Test
    void namesWhatIsOpenAgain() {
        Standing met = standing("A", "R", "LOG", DUE, null, DUE);
        assertThat(Recomputation.between(List.of(met), List.of(OPEN))).containsExactly(new Change.OpenAgain(OPEN));
    }

    @Test
    void namesWhatHasFallenAwayLast() {
        Standing other = standing("B", "R", "LOG", DUE, null, null);
        List<Change> changes = Recomputation.between(List.of(OPEN), List.of(other));
        assertThat(changes).containsExactly(new Change.Arisen(other), new Change.Fallen(OPEN));
        assertThat(changes.stream().map(Change::key)).containsExactly("B", "A");
        Standing moved = standing("A", "R", "LOG", DUE.plusDays(1), null, DUE);
        assertThat(Recomputation.between(List.of(OPEN), List.of(moved)).stream().map(Change::key))
                .containsExactly("A", "A");
        Standing met = standing("A", "R", "LOG", DUE, null, DUE);
        assertThat(Recomputation.between(List.of(met), List.of(OPEN)).getFirst().key())
                .isEqualTo("A");
    }

    private static Standing standing(
            String key, String rule, String form, LocalDate due, LocalDate held, LocalDate completed) {
        return new Standing(
                key, rule, Optional.of(form), due, Optional.ofNullable(held), Optional.ofNullable(completed));
    }
}
